package org.guichet.bench.cohort;

import java.util.concurrent.Callable;
import org.guichet.bench.measure.Common;
import org.guichet.bench.measure.OnDisk;
import org.guichet.bench.measure.Pair;
import org.guichet.bench.measure.Rounds;
import org.guichet.bench.measure.Row;
import org.guichet.bench.measure.Rows;
import org.guichet.bench.service.BareRows;
import org.guichet.bench.service.OneService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What happens to a whole cohort at once, from the seal of its list to the places of its first run. */
@Command(
        name = "cohort",
        mixinStandardHelpOptions = true,
        description = {
            "Seals the list of many requests, draws it, lets them enter the line, gives places in a run, and explains",
            "to one why it got none; each once, against as many rows that are written in one statement."
        })
public final class CohortBench implements Callable<Integer> {
    private static final String YARDSTICK = "as many rows of 500 bytes and a key, written by one statement";

    @Mixin
    private Common common = new Common();

    @Mixin
    private OnDisk disk = new OnDisk();

    @Option(
            names = "--requests",
            paramLabel = "N",
            description = "How many requests the cohort has (default 1000000, small 400).")
    private int requestsAsked;

    @Option(names = "--places", paramLabel = "N", description = "How many places are free (default 10000, small 60).")
    private int placesAsked;

    private final OneService running;

    public CohortBench(OneService running) {
        this.running = running;
    }

    @Override
    public Integer call() {
        var rows = common.rows();
        var requests = common.size(requestsAsked, 1_000_000, 400);
        common.say("starting the service");
        var service = running.in(disk.folder());
        var bare = new BareRows(service);
        var cohort = new Cohort(service);
        var places = cohort.fill(
                requests, common.size(placesAsked, 10_000, 60), it -> common.say("%,d requests".formatted(it)));
        var yardstick = Rounds.seconds(() -> bare.insert(requests));
        measure(rows, "sealed", cohort::seal, yardstick);
        measure(rows, "drawn, and everybody told", cohort::draw, yardstick);
        measure(rows, "entered into the line", cohort::enter, yardstick);
        measure(rows, "a run", cohort::run, yardstick);
        measure(rows, "why one got nothing", cohort::explain, yardstick);
        rows.print(Row.wrong("without a rank", "requests", requests - cohort.ranked(), requests));
        rows.print(Row.wrong("not told their rank", "requests", requests - cohort.told(), requests));
        rows.print(Row.wrong(
                "neither in the line nor served", "requests", requests - cohort.entered() - cohort.served(), requests));
        rows.print(Row.wrong("places left free", "places", places - cohort.held(), places));
        return rows.exitCode();
    }

    private void measure(Rows rows, String name, Runnable work, double yardstick) {
        common.say(name);
        var requests = common.size(requestsAsked, 1_000_000, 400);
        rows.print(Row.measured(name, "s", new Pair(Rounds.seconds(work), yardstick))
                .with("requests", requests)
                .with("places", common.size(placesAsked, 10_000, 60))
                .withHeap()
                .with("yardstick_is", YARDSTICK));
    }
}
