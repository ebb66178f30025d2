package org.guichet.simulate.report;

import java.util.List;
import java.util.Locale;
import org.guichet.simulate.market.Markets;
import org.guichet.simulate.market.Outcome;
import org.guichet.simulate.world.Channel;
import org.guichet.simulate.world.Result;
import org.guichet.simulate.world.Rules;

/** The charts: each has a finding for a title, and its table under it. */
final class Figures {
    private static final double HUNDRED = 100;

    private final Study study;
    private final Sheets sheets;
    private final Words words;

    Figures(Study study, Words words) {
        this.study = study;
        this.words = words;
        sheets = Sheets.of(study);
    }

    String served() {
        return bars("served", HUNDRED, sheets.world().only("served"));
    }

    String weeks() {
        var table = sheets.world().only("half", "nine");
        var longest = study.results().stream()
                .mapToInt(it -> it.persons().weeksOfNineInTen())
                .max()
                .orElse(1);
        var bars = new Bars(longest);
        for (var result : study.results()) {
            var person = result.persons();
            var figures = words.say("weeks.figures", person.weeksOfHalf(), person.weeksOfNineInTen());
            bars.bar(
                    kind(result),
                    name(result),
                    figures,
                    person.weeksOfHalf(),
                    person.weeksOfNineInTen() - person.weeksOfHalf());
        }
        return figure("weeks", each("nine", 0), bars, table);
    }

    String connections() {
        var longest = study.results().stream()
                .mapToDouble(it -> it.persons().connections())
                .max()
                .orElse(1);
        return bars("connections", longest, sheets.world().only("connections"));
    }

    String channels() {
        var bars = new Bars(HUNDRED);
        for (var result : study.results()) {
            for (var channel : Channel.values()) {
                var value = result.persons().servedByChannel().getOrDefault(channel, 0.0);
                var name = name(result) + ", "
                        + words.say("channel." + channel.name().toLowerCase(Locale.ROOT));
                bars.bar(kind(result), name, words.number(value, 0), value);
            }
        }
        return figure("channels", gaps(), bars, sheets.world().only("fast_internet", "slow_phone", "desk"));
    }

    String families() {
        var bars = new Bars(HUNDRED);
        for (var result : study.results()) {
            var together = HUNDRED
                    * result.families().together()
                    / Math.max(1, result.families().asked());
            var apart = HUNDRED
                    * result.families().apart()
                    / Math.max(1, result.families().asked());
            var figures = words.say("families.figures", words.number(together, 0), words.number(apart, 0));
            bars.bar(kind(result), name(result), figures, together, apart);
        }
        return figure("families", each("together", 0), bars, sheets.world().only("together", "apart"));
    }

    String places() {
        var bars = new Bars(HUNDRED);
        for (var result : study.results()) {
            var used = HUNDRED * result.places().used() / result.places().all();
            bars.bar(kind(result), name(result), words.number(used, 0), used);
        }
        var table = sheets.world().only("used", "absent", "given_up", "kept", "never_taken", "empty");
        return figure("places", each("used", 0), bars, table);
    }

    String waiting() {
        var highest = study.results().stream()
                .flatMap(it -> it.waiting().stream())
                .mapToInt(it -> it)
                .max()
                .orElse(1);
        var areas = new Areas(highest);
        study.results()
                .forEach(it ->
                        areas.area(kind(it), name(it), words.number(it.waiting().getLast(), 0), it.waiting()));
        var about = study.results().stream()
                .map(it -> words.number(it.waiting().getLast(), 0))
                .toArray();
        var title = words.say("waiting.title", about);
        return figure("waiting", title, areas.svg(title), sheets.waiting().everyFourth());
    }

    String twoByTwo() {
        var bars = new Bars(1);
        for (var demand : List.of(Markets.LOW, Markets.HIGH)) {
            var row = study.at(demand);
            var level = words.say(demand == Markets.LOW ? "low" : "high");
            profit(bars, "other", words.say("column.immediate") + ", " + level, row.immediate());
            profit(bars, "ours", words.say("column.ours") + ", " + level, row.batch());
        }
        var about = new Object[] {
            words.number(study.at(Markets.HIGH).immediate().profit(), 2),
            words.number(
                    study.curve().stream()
                            .mapToDouble(it -> it.batch().profit())
                            .max()
                            .orElse(0),
                    2)
        };
        var title = words.say(study.isTwoByTwo() ? "two-by-two.title" : "two-by-two.otherwise", about);
        return figure("two-by-two", title, bars.svg(title), sheets.twoByTwo());
    }

    String trade() {
        return bars("trade", HUNDRED, sheets.world().only("sold", "price", "profit"));
    }

    String values() {
        var bars = new Bars(1);
        for (var each : study.compared()) {
            var demand = each.simulated().demand() / 100;
            share(
                    bars,
                    "other",
                    words.say("values.immediate", demand),
                    each.simulated().immediate());
            share(
                    bars,
                    "ours",
                    words.say("values.ours", demand),
                    each.simulated().batch());
        }
        var furthest = study.compared().stream()
                .mapToDouble(Markets.Comparison::distance)
                .max()
                .orElse(0);
        return figure("values", new Object[] {words.number(furthest, 3)}, bars, sheets.compared());
    }

    String identities() {
        var most = study.identities().stream()
                .mapToDouble(Markets.Identity::held)
                .max()
                .orElse(1);
        var bars = new Bars(Math.max(1, HUNDRED * most));
        study.identities()
                .forEach(it -> bars.bar(
                        "other",
                        words.say("row.caught", it.caught()),
                        words.number(HUNDRED * it.held(), 1),
                        HUNDRED * it.held()));
        var first = study.identities().getFirst();
        var about = new Object[] {words.number(HUNDRED * first.held(), 0), first.caught()};
        return figure("identities", about, bars, sheets.identities());
    }

    private void profit(Bars bars, String kind, String name, Outcome outcome) {
        bars.bar(kind, name, words.number(outcome.profit(), 2), outcome.profit());
    }

    private void share(Bars bars, String kind, String name, Outcome outcome) {
        var figures =
                words.say("values.figures", words.number(outcome.surplus(), 2), words.number(outcome.profit(), 2));
        bars.bar(kind, name, figures, outcome.surplus(), outcome.profit());
    }

    /** One bar for each way of giving places, from the first row of a table. */
    private String bars(String key, double longest, Sheet table) {
        var bars = new Bars(longest);
        for (var i = 0; i < study.results().size(); i++) {
            var cell = table.rows().getFirst().cells().get(i);
            bars.bar(kind(study.results().get(i)), name(study.results().get(i)), cell.in(words), cell.value());
        }
        return figure(key, each(table.rows().getFirst().key(), 0), bars, table);
    }

    private String figure(String key, Object[] about, Bars bars, Sheet table) {
        var title = words.say(key + ".title", about);
        return figure(key, title, bars.svg(title), table);
    }

    private String figure(String key, String title, String chart, Sheet table) {
        return """
                <section><h3>%s</h3>
                <p class="hint" id="%s">%s</p>
                %s%s</section>
                """.formatted(
                        Svg.escaped(title),
                        Svg.id(title),
                        Svg.escaped(words.say(key + ".desc")),
                        chart,
                        new HtmlTable(words).of(table));
    }

    /** The figures of one row, for a title. */
    private Object[] each(String key, int decimals) {
        return sheets.world().only(key).rows().getFirst().cells().stream()
                .map(cell -> words.number(cell.value(), decimals))
                .toArray();
    }

    /** How far the luckiest channel is from the unluckiest, for a title. */
    private Object[] gaps() {
        return study.results().stream()
                .map(it -> it.persons().servedByChannel().values().stream()
                        .mapToDouble(share -> share)
                        .summaryStatistics())
                .map(it -> words.number(it.getMax() - it.getMin(), 0))
                .toArray();
    }

    private String name(Result result) {
        return words.say("name." + Sheets.RULES.get(List.of(Rules.values()).indexOf(result.rules())));
    }

    private static String kind(Result result) {
        return result.rules() == Rules.OURS ? "ours" : "other";
    }
}
