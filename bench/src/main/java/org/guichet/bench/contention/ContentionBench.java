package org.guichet.bench.contention;

import java.util.concurrent.Callable;
import org.guichet.bench.measure.Common;
import org.guichet.bench.measure.Load;
import org.guichet.bench.measure.OnDisk;
import org.guichet.bench.measure.Pair;
import org.guichet.bench.measure.Row;
import org.guichet.bench.measure.Rows;
import org.guichet.bench.service.BareRows;
import org.guichet.bench.service.HttpLine;
import org.guichet.bench.service.OneService;
import org.guichet.bench.service.RunningService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Many who want the few places there are, at the same time. */
@Command(
        name = "contention",
        mixinStandardHelpOptions = true,
        description = {
            "Sends attempts at freely chosen places over HTTP, singles and couples, until long after all are taken.",
            "Then the same again without the lock and the index that decide, which must give places twice."
        })
public final class ContentionBench implements Callable<Integer> {
    @Mixin
    private Common common = new Common();

    @Mixin
    private OnDisk disk = new OnDisk();

    @Option(names = "--attempts", paramLabel = "N", description = "How many (default 100000, small 400).")
    private int asked;

    @Option(names = "--places", paramLabel = "N", description = "How many there are (default 2000, small 40).")
    private int wanted;

    @Option(
            names = "--clients",
            paramLabel = "N",
            description = "How many try at the same time (default 200, small 16).")
    private int clients;

    private final OneService running;

    public ContentionBench(OneService running) {
        this.running = running;
    }

    @Override
    public Integer call() {
        var rows = common.rows();
        var attempts = common.size(asked, 100_000, 400);
        var places = common.size(wanted, 2_000, 40);
        common.say("starting the service");
        guarded(rows, running.in(disk.folder()), attempts, places);
        common.say("starting it again, without the guard");
        try (var service = Unguarded.in(disk.folder())) {
            unguarded(rows, service, attempts, places);
        }
        return rows.exitCode();
    }

    private void guarded(Rows rows, RunningService service, int count, int places) {
        var pool = new ChoicePool(service, places);
        var attempts = new Attempts(service, pool, common.seed(), count);
        var rate = rate(service, attempts, count);
        var late = late(service, attempts);
        rows.print(Row.measured("attempts", "attempts/s", new Pair(rate, bare(service, count, places)))
                .with("attempts", count)
                .with("clients", clients())
                .with("places", pool.places())
                .with("receipts", attempts.receipts())
                .with("told_that_it_is_taken", attempts.refused())
                .with("couples_served", pool.couples())
                .with("left_for_latecomers", late)
                .with(
                        "yardstick_is",
                        "as many attempts at as many rows, each one update where nobody holds it, from %d connections"
                                .formatted(connections())));
        rows.print(Row.wrong("places not held", "places", Math.abs(pool.places() - pool.held()), pool.places()));
        rows.print(Row.wrong("oversold", "places", pool.oversold(), pool.places()));
        rows.print(Row.wrong("groups in parts", "appointments", pool.inParts(), pool.held()));
        rows.print(Row.wrong("with more than one appointment", "persons", pool.withSeveral(), pool.held()));
        rows.print(Row.wrong("answered with 5xx", "attempts", attempts.broken(), count));
        rows.print(Row.wrong("answered without a sentence", "attempts", attempts.unexplained(), count));
    }

    private void unguarded(Rows rows, RunningService service, int count, int places) {
        var pool = new ChoicePool(service, places);
        rate(service, new Attempts(service, pool, common.seed(), count), count);
        var oversold = pool.oversold();
        rows.print(Row.measured("oversold without the guard", "places", new Pair(oversold, pool.places()))
                .with("attempts", count)
                .with("yardstick_is", "all places there are"));
        rows.print(Row.wrong("runs without the guard that found nothing", "runs", oversold > 0 ? 0 : 1, 1));
    }

    private double rate(RunningService service, Attempts attempts, int count) {
        common.say("%,d attempts from %d clients".formatted(count, clients()));
        try (var people = new Load<>(clients(), () -> new HttpLine(service.address()), HttpLine::close)) {
            return people.fastest(clients(), count, attempts::send);
        }
    }

    // Small: no more than there are connections, so that nobody is told that too many come, on whatever machine.
    private int clients() {
        return common.size(clients, 200, 16);
    }

    private static int late(RunningService service, Attempts attempts) {
        try (var line = new HttpLine(service.address())) {
            return attempts.sendLate(line);
        }
    }

    private int connections() {
        return common.size(0, 64, 8);
    }

    private double bare(RunningService service, int count, int places) {
        var bare = new BarePlaces(service, places, common.seed());
        var rows = new BareRows(service);
        try (var connections = new Load<>(connections(), rows::connect, BareRows::close)) {
            return connections.fastest(connections(), count, bare::take);
        }
    }
}
