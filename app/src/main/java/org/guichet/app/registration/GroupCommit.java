package org.guichet.app.registration;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Lets those who write to one line at the same moment share a transaction, since making a hundred durable takes hardly
 * longer than making one. Whoever comes while nobody writes, writes at once and waits for no company; those who come
 * meanwhile are written next, together, by the first of them. Each returns when the own is durable, and nobody is
 * answered with what went wrong for another.
 */
final class GroupCommit<L, T, R> {
    private final Writer<L, T, R> writer;
    private final Predicate<RuntimeException> isOutage;
    private final int togetherMax;
    private final int waitingMax;
    private final Map<L, Line<T, R>> lines = new ConcurrentHashMap<>();

    GroupCommit(Writer<L, T, R> writer, Predicate<RuntimeException> isOutage, int togetherMax, int waitingMax) {
        this.writer = writer;
        this.isOutage = isOutage;
        this.togetherMax = togetherMax;
        this.waitingMax = waitingMax;
    }

    /** Makes all of them durable, or throws and has written none; answers in their order. */
    interface Writer<L, T, R> {
        List<R> write(L line, List<T> together);
    }

    /** Throws {@link RejectedExecutionException} at once, and has written nothing, if too many wait already. */
    R write(L line, T entry) {
        var own = new Place<T, R>(entry);
        var waiting = lines.computeIfAbsent(line, _ -> new Line<>());
        waiting.join(own, waitingMax);
        return switch (own.turn.join()) {
            case Turn.Lead() -> lead(line, waiting);
            case Turn.Answered(var answer) -> answer;
            case Turn.Failed(var why) -> throw why;
        };
    }

    private R lead(L line, Line<T, R> waiting) {
        var places = waiting.take(togetherMax);
        List<Turn<R>> turns = List.of();
        try {
            turns = turns(line, places.stream().map(Place::entry).toList());
        } finally {
            waiting.passOn();
            for (int i = 1; i < places.size(); i++) {
                places.get(i).turn.complete(i < turns.size() ? turns.get(i) : new Turn.Failed<>(died()));
            }
        }
        return switch (turns.getFirst()) {
            case Turn.Answered(var answer) -> answer;
            case Turn.Failed(var why) -> throw why;
            case Turn.Lead() -> throw died();
        };
    }

    // One bad row spoils the transaction of all; then each gets one of its own. A database that does not answer will
    // not
    // answer any of them either.
    private List<Turn<R>> turns(L line, List<T> together) {
        try {
            return writer.write(line, together).stream()
                    .<Turn<R>>map(Turn.Answered::new)
                    .toList();
        } catch (RuntimeException why) {
            return together.size() == 1 || isOutage.test(why)
                    ? together.stream()
                            .<Turn<R>>map(_ -> new Turn.Failed<>(why))
                            .toList()
                    : together.stream()
                            .flatMap(each -> turns(line, List.of(each)).stream())
                            .toList();
        }
    }

    private static IllegalStateException died() {
        return new IllegalStateException("Whoever wrote for all of them died");
    }

    /** What somebody waits for. */
    private sealed interface Turn<R> {
        record Answered<R>(R answer) implements Turn<R> {}

        record Failed<R>(RuntimeException why) implements Turn<R> {}

        record Lead<R>() implements Turn<R> {}
    }

    private record Place<T, R>(T entry, CompletableFuture<Turn<R>> turn) {
        Place(T entry) {
            this(entry, new CompletableFuture<>());
        }
    }

    /** Those who wait, in the order in which they came; the first of them leads as soon as nobody else does. */
    private static final class Line<T, R> {
        private final Queue<Place<T, R>> places = new ArrayDeque<>();
        private boolean isLed;

        synchronized void join(Place<T, R> place, int most) {
            if (places.size() >= most) {
                throw new RejectedExecutionException("Too many wait to be written");
            }
            places.add(place);
            if (!isLed) {
                passOn();
            }
        }

        synchronized List<Place<T, R>> take(int most) {
            var taken = new ArrayList<Place<T, R>>(Math.min(places.size(), most));
            Stream.generate(places::poll).limit(Math.min(places.size(), most)).forEach(taken::add);
            return taken;
        }

        synchronized void passOn() {
            isLed = !places.isEmpty();
            if (isLed) {
                places.element().turn.complete(new Turn.Lead<>());
            }
        }
    }
}
