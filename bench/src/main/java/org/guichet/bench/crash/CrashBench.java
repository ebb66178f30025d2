package org.guichet.bench.crash;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.guichet.bench.measure.Common;
import org.guichet.bench.measure.OnDisk;
import org.guichet.bench.measure.Pair;
import org.guichet.bench.measure.Rounds;
import org.guichet.bench.measure.Row;
import org.guichet.bench.measure.Rows;
import org.guichet.bench.service.RunningService;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What people were answered holds, whatever is killed and when. */
@Command(
        name = "crash",
        mixinStandardHelpOptions = true,
        description = {
            "Kills nodes and the database again and again while people ask over HTTP.",
            "Then counts what is lost, twice or half-written, and verifies the journal."
        })
public final class CrashBench implements Callable<Integer> {
    private static final int SEEN = 50;
    private static final double NANOS = 1e9;
    private static final Duration TAKEN_UP_WITHIN = Duration.ofMinutes(5);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    // Of few processors, whatever comes back needs most.
    private static final int SMALL_REST_MILLIS = 300;

    @Mixin
    private Common common = new Common();

    @Mixin
    private OnDisk disk = new OnDisk();

    @Option(names = "--kills", paramLabel = "N", description = "How many (default 20, small 2).")
    private int asked;

    @Option(
            names = "--nodes",
            paramLabel = "N",
            description = "How many serve and are killed (default 2, small 1 beside this program, which serves too).")
    private int count;

    @Option(
            names = "--clients",
            paramLabel = "N",
            defaultValue = "16",
            description = "How many ask at the same time (default ${DEFAULT-VALUE}).")
    private int clients;

    @Option(
            names = "--pause",
            paramLabel = "MILLISECONDS",
            description = "The longest between two kills, when all is back (default 3000, small 300).")
    private int pause;

    /** A span of time in which people ask. */
    private record Phase(long from, long until) {}

    @Override
    public Integer call() {
        var rows = common.rows();
        var started = common.size(count, 2, 1);
        common.say("starting the database and %d nodes".formatted(started));
        try (var service = RunningService.in(disk.folder());
                var nodes = Nodes.start(service, started)) {
            run(rows, service, nodes.all());
        }
        return rows.exitCode();
    }

    private void run(Rows rows, RunningService service, List<Node> nodes) {
        var random = new Random(common.seed());
        var moments = common.size(asked, 20, 2);
        var kills = new Kills(nodes, KilledDatabase.of(service), random);
        var crowd = new Crowd(service, serving(service, nodes), common.seed(), clients);
        var calmMoments = new ArrayList<Long>();
        Phase calm;
        Phase killing;
        try (crowd) {
            common.say("%d ask, and nothing is killed".formatted(clients));
            crowd.await(common.size(0, 300, 100));
            calm = phase(crowd, moments, random, () -> calmMoments.add(System.nanoTime()));
            common.say("%d kills".formatted(moments));
            var rest = Duration.ofMillis(common.isSmall() ? SMALL_REST_MILLIS : 0);
            killing = phase(crowd, moments, random, () -> kills.kill(comeback -> crowd.resting(rest, comeback)));
        }
        var all = crowd.asked();
        rows.print(Row.measured(
                        "acknowledged while there are kills",
                        "requests/s",
                        new Pair(rate(all, killing), rate(all, calm)))
                .with("kills", moments)
                .with("acknowledged", all.size())
                .with("sent_again", crowd.failures())
                .with("clients", clients)
                .with("yardstick_is", "the same just before, without kills"));
        kills.moments().forEach((victim, at) -> rows.print(waits(victim, waits(all, at), waits(all, calmMoments))));
        rows.print(Row.wrong("never acknowledged", "requests", crowd.givenUp(), all.size()));
        var kept = new Kept(service);
        rows.print(Row.wrong("left by jobs that do not go on", "leaves or jobs", leftByJobs(kept), all.size()));
        kept.count(rows, all);
    }

    private List<URI> serving(RunningService service, List<Node> nodes) {
        var own = common.isSmall() ? Stream.of(service.address()) : Stream.<URI>empty();
        return Stream.concat(nodes.stream().map(Node::address), own).toList();
    }

    /** So many moments with pauses between them, until all of it is seen to work. */
    private Phase phase(Crowd crowd, int moments, Random random, Runnable moment) {
        var longest = Duration.ofMillis(common.size(pause, 3_000, 300)).toNanos();
        var from = System.nanoTime();
        for (int i = 0; i < moments; i++) {
            LockSupport.parkNanos(random.nextLong(longest));
            moment.run();
        }
        crowd.await(SEEN);
        return new Phase(from, System.nanoTime());
    }

    private static double rate(Collection<Crowd.Asked> asked, Phase phase) {
        var seconds = (phase.until - phase.from) / NANOS;
        return asked.stream()
                        .filter(it -> it.acknowledged() >= phase.from && it.acknowledged() < phase.until)
                        .count()
                / seconds;
    }

    private static Row waits(Kills.Victim victim, double[] killing, double[] calm) {
        return Row.measured(
                        "the last who was on the way waited when %s was killed".formatted(victim.words()),
                        "s",
                        new Pair(killing[killing.length / 2], calm[calm.length / 2]))
                .with("kills", killing.length)
                .with("longest", killing[killing.length - 1])
                .with("yardstick_is", "the same when nothing is killed; medians");
    }

    /** For each moment, how long the last of those who were on the way then had still to wait; shortest first. */
    private static double[] waits(Collection<Crowd.Asked> asked, List<Long> moments) {
        return moments.stream()
                .mapToDouble(moment -> asked.stream()
                        .filter(it -> it.wasUnderWayAt(moment))
                        .mapToDouble(it -> (it.acknowledged() - moment) / NANOS)
                        .max()
                        .orElse(0))
                .sorted()
                .toArray();
    }

    /** Whatever nodes did when they were killed others take up: how much is left when they had time. */
    private long leftByJobs(Kept kept) {
        common.say("waiting for the jobs");
        var start = System.nanoTime();
        var left = kept.leftByJobs();
        while (left > 0 && Rounds.secondsSince(start) < TAKEN_UP_WITHIN.toSeconds()) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            left = kept.leftByJobs();
        }
        common.say("all jobs were done after %.1f s".formatted(Rounds.secondsSince(start)));
        return left;
    }
}
