package org.guichet.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.guichet.core.allot.Place;
import org.guichet.core.allot.SerialDictatorship;
import org.guichet.core.allot.Turn;
import org.guichet.core.ledger.Hash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** A run of the allotment, against asking each request once about each place. */
@Command(
        name = "assign",
        mixinStandardHelpOptions = true,
        description = "Gives free places to requests in the order of ranks, against a bare scan.")
final class AssignBench implements Callable<Integer> {
    private static final String YARDSTICK = "each request is asked once about each place, and nothing is given";

    @Mixin
    private Common common = new Common();

    @Option(names = "--requests", paramLabel = "N", description = "How many (default 2000, small 200).")
    private int requests;

    @Option(names = "--places", paramLabel = "N", description = "How many (default 1000, small 100).")
    private int places;

    @Override
    public Integer call() {
        var rows = common.rows();
        var instance = Instance.of(
                common.size(requests, 2000, 200), common.size(places, 1000, 100), new Random(common.seed()));
        var line = instance.line();
        var free = instance.free();
        common.say("%,d requests, %,d places, %d rounds".formatted(line.size(), free.size(), common.rounds()));
        var given = new AtomicReference<>(Map.<Integer, List<Place>>of());
        var rounds = Rounds.of(
                common.rounds(),
                () -> Rounds.seconds(() -> given.set(SerialDictatorship.allot(line, free))),
                () -> Rounds.seconds(() -> scan(instance)));
        rows.print(Row.measured("serial dictatorship", "s", rounds.middle())
                .with(hash(given.get()))
                .with("requests", line.size())
                .with("places", free.size())
                .with("served", given.get().size())
                .with(rounds)
                .with("yardstick_is", YARDSTICK));
        count(rows, instance, given.get());
        return rows.exitCode();
    }

    private static void count(Rows rows, Instance instance, Map<Integer, List<Place>> given) {
        var line = instance.line();
        var left = new HashSet<>(instance.free());
        var taken = given.values().stream().mapToInt(Collection::size).sum();
        given.values().forEach(left::removeAll);
        rows.print(Row.wrong(
                "given twice", "places", left.size() + taken - instance.free().size(), taken));
        rows.print(Row.wrong(
                "given what does not suit",
                "requests",
                line.stream().filter(turn -> !suits(turn, given)).count(),
                given.size()));
        // Of those who come alone it is plain to see; a group may rightly find no places that lie together.
        var unserved = line.stream()
                .filter(turn -> turn.persons() == 1 && !given.containsKey(turn.key()))
                .toList();
        rows.print(Row.wrong(
                "left out beside a free place",
                "requests",
                unserved.stream()
                        .filter(turn -> left.stream().anyMatch(turn.acceptable()))
                        .count(),
                unserved.size()));
    }

    private static boolean suits(Turn<Integer> turn, Map<Integer, List<Place>> given) {
        var block = given.getOrDefault(turn.key(), List.of());
        return block.isEmpty()
                || (block.size() == turn.persons()
                        && block.stream().allMatch(turn.acceptable())
                        && together(turn, block));
    }

    private static boolean together(Turn<Integer> turn, List<Place> block) {
        var first = block.getFirst();
        var sameCentre = block.stream().allMatch(it -> it.centre().equals(first.centre()));
        return sameCentre
                && switch (turn.together()) {
                    case SIMULTANEOUS ->
                        block.stream().allMatch(it -> it.start().equals(first.start()));
                    case SAME_DAY -> block.stream().allMatch(it -> it.day().equals(first.day()));
                    case ADJACENT ->
                        block.stream().allMatch(it -> it.counter() == first.counter())
                                && block.getLast()
                                        .end()
                                        .equals(first.start().plus(Instance.SPAN.multipliedBy(block.size())));
                };
    }

    // The outcome is counted, so that no compiler may leave the scan out.
    private static void scan(Instance instance) {
        var suitable = 0L;
        for (var turn : instance.line()) {
            for (var place : instance.free()) {
                suitable += turn.acceptable().test(place) ? 1 : 0;
            }
        }
        if (suitable == 0) {
            throw new IllegalStateException("No place suits anybody");
        }
    }

    private static Hash hash(Map<Integer, List<Place>> given) {
        return Hash.sha256(given.entrySet().stream()
                .map(it -> it.getKey() + " "
                        + it.getValue().stream()
                                .map(place -> String.valueOf(place.id()))
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"))
                .getBytes(UTF_8));
    }
}
