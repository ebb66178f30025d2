package org.guichet.bench.reoffer;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.guichet.bench.measure.Common;
import org.guichet.bench.measure.Latencies;
import org.guichet.bench.measure.OnDisk;
import org.guichet.bench.measure.Pair;
import org.guichet.bench.measure.Rounds;
import org.guichet.bench.measure.Row;
import org.guichet.bench.measure.Rows;
import org.guichet.bench.service.BareRows;
import org.guichet.bench.service.OneService;
import org.guichet.bench.service.RunningService;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** From the word that an appointment is given back to the offer of the next in line. */
@Command(
        name = "reoffer",
        mixinStandardHelpOptions = true,
        description = {
            "Gives appointments back, each until the next in line has his offer, in a short line and in a long one,",
            "against a transaction of two statements; one after the other, in turns."
        })
public final class ReofferBench implements Callable<Integer> {
    private static final String YARDSTICK = "a row of 500 bytes is changed and another inserted, in one transaction";
    private static final double MILLIS = 1000;
    private static final int WARM_ONE_IN = 5;

    @Mixin
    private Common common = new Common();

    @Mixin
    private OnDisk disk = new OnDisk();

    @Option(
            names = "--short",
            paramLabel = "N",
            description = "How many wait in the short line (default 10000, small 500).")
    private int shortLine;

    @Option(
            names = "--long",
            paramLabel = "N",
            description = "How many wait in the long line (default 1000000, small 2000).")
    private int longLine;

    @Option(
            names = "--appointments",
            paramLabel = "N",
            description = "How many are given back in each (default 800, small 50).")
    private int appointments;

    private final OneService running;

    public ReofferBench(OneService running) {
        this.running = running;
    }

    @Override
    public Integer call() {
        var rows = common.rows();
        var count = common.size(appointments, 800, 50);
        var few = common.size(shortLine, 10_000, 500);
        var many = common.size(longLine, 1_000_000, 2_000);
        common.say("starting the service");
        var service = running.in(disk.folder());
        var bare = new BareRows(service);
        var shorter = new LongLine(service, "courte", few);
        var longer = new LongLine(service, "longue", many);
        common.say("filling lines of %,d and %,d".formatted(few, many));
        shorter.fill(count);
        longer.fill(count);
        var held = shorter.places() + longer.places();
        common.say("the lines enter with the first appointment that is given back");
        var entered = new Pair(Rounds.seconds(longer::cancelOne), Rounds.seconds(shorter::cancelOne));
        rows.print(Row.measured("the long line enters, once", "s", entered)
                .with("waiting", many)
                .with("yardstick_is", "the short line of %,d".formatted(few)));

        settle(service);
        common.say("%,d appointments are given back in each".formatted(count));
        var taken = inTurns(count - 1, List.of(shorter::cancelOne, longer::cancelOne, bare::changeAndInsert));
        var inShort = taken.get(0);
        var inLong = taken.get(1);
        print(rows, few, inShort, taken.get(2));
        print(rows, many, inLong, taken.get(2));
        var both = new Pair(inLong.most(), inShort.most());
        rows.print(Row.measured("99 of 100, the long line by the short", "ms", both)
                .with("yardstick_is", "the short line")
                .with("medians", inLong.median() / inShort.median())
                .with("goal", "ratio <= 1.5"));
        rows.print(Row.wrong("places left free", "places", held - shorter.places() - longer.places(), held));
        rows.print(Row.wrong(
                "without an offer to the next",
                "appointments",
                Math.max(0, 2L * count - shorter.newOffers() - longer.newOffers()),
                2L * count));
        return rows.exitCode();
    }

    /** What was just filled is counted and written out now, and not while it is measured. */
    private static void settle(RunningService service) {
        service.get(JdbcClient.class).sql("vacuum (analyze)").update();
        service.get(JdbcClient.class).sql("checkpoint").update();
    }

    /** How long each took, without the first ones. */
    private static List<Latencies> inTurns(int count, List<Runnable> works) {
        var warm = count / WARM_ONE_IN;
        var millis = works.stream().map(_ -> new double[count]).toList();
        for (var turn = 0; turn < count; turn++) {
            for (var work = 0; work < works.size(); work++) {
                millis.get(work)[turn] = Rounds.seconds(works.get(work)) * MILLIS;
            }
        }
        return millis.stream()
                .map(it -> new Latencies(Arrays.stream(it).skip(warm)))
                .toList();
    }

    private static void print(Rows rows, int waiting, Latencies taken, Latencies bare) {
        rows.print(Row.measured("99 of 100, %,d waiting".formatted(waiting), "ms", new Pair(taken.most(), bare.most()))
                .with("waiting", waiting)
                .with("median", taken.median())
                .with("medians", taken.median() / bare.median())
                .with("slowest", taken.slowest())
                .with("yardstick_is", YARDSTICK)
                .with("goal", "ratio <= 3"));
    }
}
