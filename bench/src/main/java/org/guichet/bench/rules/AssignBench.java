package org.guichet.bench.rules;

import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.guichet.bench.measure.Common;
import org.guichet.bench.measure.Pair;
import org.guichet.bench.measure.Rounds;
import org.guichet.bench.measure.Row;
import org.guichet.bench.measure.Rows;
import org.guichet.core.allot.Given;
import org.guichet.core.allot.Input;
import org.guichet.core.allot.Outcome;
import org.guichet.core.allot.Place;
import org.guichet.core.allot.TieredDictatorship;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A run of the allotment, against the plain serial dictatorship on the same input. */
@Command(
        name = "assign",
        mixinStandardHelpOptions = true,
        description =
                "Gives free places to requests in the order of ranks, against giving each the earliest that suits.")
public final class AssignBench implements Callable<Integer> {
    private static final String YARDSTICK = "each request takes the earliest class with room for it; nobody is moved";
    private static final String GOAL = "ratio <= 6, at most 512 MiB of heap";
    private static final double MEBIBYTE = 1 << 20;
    private static final double NANOS = 1e9;

    private static final List<Instance.Demand> DEMANDS = List.of(
            new Instance.Demand("balanced", false, 0),
            new Instance.Demand("skewed", true, 0),
            new Instance.Demand("three of ten are groups", false, 3));

    @Mixin
    private Common common = new Common();

    @Option(names = "--requests", paramLabel = "N", description = "How many (default 1000000, small 2000).")
    private int requests;

    @Option(names = "--places", paramLabel = "N", description = "How many (default 100000, small 1000).")
    private int places;

    @Override
    public Integer call() {
        var rows = common.rows();
        DEMANDS.forEach(demand -> measure(rows, demand));
        return rows.exitCode();
    }

    private void measure(Rows rows, Instance.Demand demand) {
        var count = common.size(requests, 1_000_000, 2000);
        common.say("making %,d requests: %s".formatted(count, demand.name()));
        var input = Instance.of(count, common.size(places, 100_000, 1000), demand, new Random(common.seed()));
        var plain = new PlainRun(input.stock(), input.stock().places());
        common.say("%,d places, %d rounds".formatted(input.stock().places().size(), common.rounds()));
        var outcome = new AtomicReference<>(new Outcome(List.of()));
        var yardstick = new AtomicReference<>(new Outcome(List.of()));
        var rounds = Rounds.of(
                common.rounds(),
                () -> seconds(() -> outcome.set(TieredDictatorship.allot(input))),
                () -> seconds(() -> yardstick.set(plain.run(input.line()))));
        rows.print(Row.measured(demand.name(), "s", rounds.middle())
                .with(outcome.get().hash())
                .with("requests", count)
                .with("places", input.stock().places().size())
                .with("served", outcome.get().given().size())
                .with("served_by_yardstick", yardstick.get().given().size())
                .with(rounds)
                .with("yardstick_is", YARDSTICK)
                .with("seconds_are", "processor time of the one thread that runs")
                .with("goal", demand.groupsOfTen() > 0 ? "none" : GOAL));
        rows.print(Row.measured(demand.name() + ": heap", "MiB", heap())
                .with("yardstick_is", "what Java may use (JAVA_TOOL_OPTIONS=-Xmx512m)"));
        count(rows, demand.name(), input, outcome.get());
    }

    // What the thread works: both need one only, and what others do on the machine does not count.
    private static double seconds(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        var start = threads.getCurrentThreadCpuTime();
        work.run();
        return (threads.getCurrentThreadCpuTime() - start) / NANOS;
    }

    /** What is in use with the instance and both results, right after a collection. */
    private static Pair heap() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return new Pair((runtime.totalMemory() - runtime.freeMemory()) / MEBIBYTE, runtime.maxMemory() / MEBIBYTE);
    }

    private static void count(Rows rows, String name, Input input, Outcome outcome) {
        var places = input.stock().places();
        var left = new HashSet<>(places);
        outcome.given().forEach(it -> it.places().forEach(left::remove));
        var taken = outcome.given().stream()
                .map(Given::places)
                .mapToInt(Collection::size)
                .sum();
        rows.print(Row.wrong(name + ": given twice", "places", left.size() + taken - places.size(), taken));
        rows.print(Row.wrong(
                name + ": given what does not suit",
                "requests",
                outcome.given().stream().filter(it -> !suits(input, it)).count(),
                outcome.given().size()));
        // Of those who come alone it is plain to see; a group may rightly find no places that lie together.
        var served = outcome.given().stream().map(Given::label).collect(Collectors.toSet());
        var unserved = input.line().stream()
                .filter(it -> it.persons() == 1 && !served.contains(it.label()))
                .toList();
        rows.print(Row.wrong(
                name + ": left out beside a free place",
                "requests",
                new PlainRun(input.stock(), left).run(unserved).given().size(),
                unserved.size()));
    }

    private static boolean suits(Input input, Given given) {
        var block = given.places();
        var first = block.getFirst();
        return block.size() == given.turn().persons()
                && block.stream()
                        .allMatch(it -> input.stock().suits(given.turn().acceptable(), it))
                && block.stream().allMatch(it -> it.centre().equals(first.centre()))
                && switch (given.turn().together()) {
                    case SIMULTANEOUS ->
                        block.stream().allMatch(it -> it.start().equals(first.start()));
                    case SAME_DAY -> block.stream().allMatch(it -> it.day().equals(first.day()));
                    case ADJACENT -> isChain(block);
                };
    }

    private static boolean isChain(List<Place> block) {
        for (var i = 1; i < block.size(); i++) {
            if (block.get(i).counter() != block.get(i - 1).counter()
                    || !block.get(i).start().equals(block.get(i - 1).end())) {
                return false;
            }
        }
        return true;
    }
}
