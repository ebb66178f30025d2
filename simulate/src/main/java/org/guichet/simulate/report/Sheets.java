package org.guichet.simulate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.guichet.simulate.market.Outcome;
import org.guichet.simulate.world.Channel;
import org.guichet.simulate.world.Lost;
import org.guichet.simulate.world.Result;

/** The tables of a study. */
public record Sheets(Sheet world, Sheet waiting, Sheet twoByTwo, Sheet compared, Sheet identities) {
    static final List<String> RULES = List.of("immediate", "random", "ours");

    public static Sheets of(Study study) {
        return new Sheets(world(study), waiting(study), twoByTwo(study), compared(study), identities(study));
    }

    List<Sheet> all() {
        return List.of(world, waiting, twoByTwo, compared, identities);
    }

    /** As many rows as somebody wants to read. */
    List<Sheet> toRead() {
        return List.of(world, waiting.everyFourth(), twoByTwo, compared, identities);
    }

    private static Sheet world(Study study) {
        var rows = new ArrayList<Sheet.Row>();
        rows.add(row(study, "served", 0, it -> it.persons().share()));
        rows.add(row(study, "half", 0, it -> it.persons().weeksOfHalf()));
        rows.add(row(study, "nine", 0, it -> it.persons().weeksOfNineInTen()));
        rows.add(row(study, "connections", 0, it -> it.persons().connections()));
        for (var channel : Channel.values()) {
            rows.add(row(
                    study, key(channel), 0, it -> it.persons().servedByChannel().getOrDefault(channel, 0.0)));
        }
        rows.add(row(
                study,
                "together",
                0,
                it -> share(it.families().together(), it.families().asked())));
        rows.add(row(
                study,
                "apart",
                0,
                it -> share(it.families().apart(), it.families().asked())));
        rows.add(row(
                study, "used", 0, it -> share(it.places().used(), it.places().all())));
        for (var cause : Lost.values()) {
            rows.add(row(
                    study,
                    key(cause),
                    0,
                    it -> share(it.places().lost(cause), it.places().all())));
        }
        rows.add(row(
                study,
                "empty",
                0,
                it -> share(it.places().emptyWhileWaited(), it.places().all())));
        rows.add(row(study, "price", 2, it -> it.trade().price() / 1000.0));
        rows.add(
                row(study, "sold", 0, it -> share(it.trade().sold(), it.places().all())));
        rows.add(row(study, "profit", 2, Result::profitAPlace));
        return new Sheet("world", RULES, rows);
    }

    private static Sheet waiting(Study study) {
        var weeks = study.results().getFirst().waiting().size();
        return new Sheet(
                "waiting",
                RULES,
                IntStream.range(0, weeks)
                        .mapToObj(
                                week -> row(study, "week", 0, it -> it.waiting().get(week))
                                        .about(week + 1, 0))
                        .toList());
    }

    private static Sheet twoByTwo(Study study) {
        return new Sheet(
                "two-by-two",
                List.of("immediate", "ours"),
                study.curve().stream()
                        .map(it -> Sheet.Row.of(
                                        "demand",
                                        2,
                                        it.immediate().profit(),
                                        it.batch().profit())
                                .about(it.demand() / 100.0, decimals(it.demand())))
                        .toList());
    }

    private static Sheet compared(Study study) {
        var rows = new ArrayList<Sheet.Row>();
        for (var each : study.compared()) {
            var demand = each.simulated().demand() / 100;
            rows.add(row("immediate.simulated", demand, each.simulated().immediate()));
            rows.add(row("immediate.calculated", demand, each.calculated().immediate()));
            rows.add(row("batch.simulated", demand, each.simulated().batch()));
            rows.add(row("batch.calculated", demand, each.calculated().batch()));
        }
        return new Sheet("compared", List.of("price", "sold", "profit", "surplus", "wasted"), rows);
    }

    private static Sheet identities(Study study) {
        return new Sheet(
                "identities",
                List.of("held", "profit"),
                study.identities().stream()
                        .map(it -> new Sheet.Row(
                                "caught",
                                Sheet.Cell.all(0, it.caught()),
                                List.of(new Sheet.Cell(100 * it.held(), 1), new Sheet.Cell(it.profit(), 2))))
                        .toList());
    }

    private static Sheet.Row row(Study study, String key, int decimals, ToDoubleFunction<Result> figure) {
        return Sheet.Row.of(
                key, decimals, study.results().stream().mapToDouble(figure).toArray());
    }

    private static Sheet.Row row(String key, int demand, Outcome outcome) {
        return Sheet.Row.of(
                        key, 2, outcome.price(), outcome.sold(), outcome.profit(), outcome.surplus(), outcome.wasted())
                .about(demand, 0);
    }

    private static int decimals(int hundredths) {
        if (hundredths % 100 == 0) {
            return 0;
        }
        return hundredths % 10 == 0 ? 1 : 2;
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static double share(int part, int whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }
}
