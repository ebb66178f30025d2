package org.guichet.bench.growth;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.ObjIntConsumer;
import org.guichet.bench.measure.Common;
import org.guichet.bench.measure.OnDisk;
import org.guichet.bench.measure.Row;
import org.guichet.bench.measure.Rows;
import org.guichet.bench.service.RunningService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What one request costs where there are many others, against what it costs where there are few. */
@Command(
        name = "growth",
        mixinStandardHelpOptions = true,
        description = {
            "Asks, looks, withdraws and cancels where many others wait, against the same where few do.",
            "Two services with a database each; one does it right after the other. 5,000,000 take about 30 GB of disk."
        })
public final class GrowthBench implements Callable<Integer> {
    private static final String YARDSTICK = "the same at a service with %,d other requests; medians";
    private static final int SHARES = 3;

    /** What can be left out; asking cannot. */
    enum Part {
        looking,
        withdrawing,
        cancelling
    }

    @Mixin
    private Common common = new Common();

    @Mixin
    private OnDisk disk = new OnDisk();

    @Option(
            names = "--requests",
            paramLabel = "N",
            description = "How many others wait where there are many (default 5000000, small 2000).")
    private int manyAsked;

    @Option(
            names = "--few",
            paramLabel = "N",
            description = "How many others wait where there are few (default 50000, small 200).")
    private int fewAsked;

    @Option(
            names = "--times",
            paramLabel = "N",
            description = "How often each is done in a round (default 300, small 6).")
    private int timesAsked;

    @Option(
            names = "--only",
            paramLabel = "PART",
            description = "Beside asking, one of ${COMPLETION-CANDIDATES}; may be repeated.")
    private List<Part> parts = List.of(Part.values());

    @Override
    public Integer call() {
        var rows = common.rows();
        common.say("starting two services");
        try (var manyService = RunningService.in(disk.folder());
                var fewService = RunningService.in(disk.folder());
                var many = new Acts(manyService, common.seed());
                var few = new Acts(fewService, common.seed())) {
            var manyOthers = new Others(manyService);
            var fewOthers = new Others(fewService);
            fewOthers.write(fewCount(), this::tell);
            manyOthers.write(manyCount(), this::tell);
            run(rows, new Sides(many, few), manyOthers, fewOthers);
        }
        return rows.exitCode();
    }

    private void run(Rows rows, Sides sides, Others manyOthers, Others fewOthers) {
        var times = common.size(timesAsked, 300, 6);
        var asked = (common.rounds() + 1) * times;
        rows.print(measured("asking", sides, new Sides.Persons(0, times), Acts::ask));
        sides.many().drawLongAgo(manyOthers, asked);
        sides.few().drawLongAgo(fewOthers, asked);
        if (parts.contains(Part.looking)) {
            rows.print(Row.measured(
                            "reading the line, which nobody waits for",
                            "ms",
                            sides.once(asked - 1, Acts::lookUntilRead))
                    .with("others", manyCount())
                    .with("yardstick_is", YARDSTICK.formatted(fewCount())));
            rows.print(measured("looking", sides, new Sides.Persons(0, times), Acts::look));
        }
        // Whoever is left is next in line.
        var share = times / SHARES;
        if (parts.contains(Part.withdrawing)) {
            rows.print(measured("withdrawing", sides, new Sides.Persons(0, share), Acts::withdraw));
        }
        if (parts.contains(Part.cancelling)) {
            var first = asked / SHARES;
            for (int person = first; person < 2 * first; person++) {
                sides.many().appoint(person);
                sides.few().appoint(person);
            }
            rows.print(measured("cancelling", sides, new Sides.Persons(first, share), Acts::cancel));
        }
        var wrong = sides.many().wrong() + sides.few().wrong();
        rows.print(Row.wrong("answered otherwise", "answers", wrong, 2L * asked));
    }

    private Row measured(String name, Sides sides, Sides.Persons persons, ObjIntConsumer<Acts> act) {
        common.say("%s, %d times a round".formatted(name, persons.times()));
        var rounds = sides.measure(common.rounds(), persons, act);
        return Row.measured(name, "ms", rounds.middle())
                .with("others", manyCount())
                .with("times_a_round", persons.times())
                .with(rounds)
                .with("yardstick_is", YARDSTICK.formatted(fewCount()))
                .with("goal", "ratio <= 1.3");
    }

    private int manyCount() {
        return common.size(manyAsked, 5_000_000, 2_000);
    }

    private int fewCount() {
        return common.size(fewAsked, 50_000, 200);
    }

    private void tell(int written) {
        common.say("%,d others".formatted(written));
    }
}
