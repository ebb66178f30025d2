package org.guichet.app.platform;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Lets those who write to one line at the same moment share a transaction, since making a hundred durable takes hardly
 * longer than making one; or those who look at the same moment share a statement. Whoever finds a free writer is
 * written at once and waits for no company; those who come while all writers are busy are written next, together, and
 * those who come right after others gather for a moment. Each is answered when the own is durable, and nobody with what
 * went wrong for another.
 */
public final class GroupCommit<L, T, R> implements AutoCloseable {
    private final ExecutorService threads;
    private final Writer<L, T, R> writer;
    private final Predicate<RuntimeException> isOutage;
    private final Bounds bounds;
    private final Map<L, Line<T, R>> lines = new ConcurrentHashMap<>();

    // Threads of the system: after every word from the database, a virtual one would queue up behind all those who get
    // ready to be written.
    public GroupCommit(Writer<L, T, R> writer, Predicate<RuntimeException> isOutage, Bounds bounds) {
        this(writer, isOutage, bounds, Thread.ofPlatform().name("together-", 0).factory());
    }

    GroupCommit(Writer<L, T, R> writer, Predicate<RuntimeException> isOutage, Bounds bounds, ThreadFactory factory) {
        // When they are closed, whoever still comes writes by himself.
        this.threads = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 1, TimeUnit.MINUTES, new SynchronousQueue<>(), factory, (task, _) -> task.run());
        this.writer = writer;
        this.isOutage = isOutage;
        this.bounds = bounds;
    }

    /**
     * For each line: how many transactions at a time, how many entries in each of them, how many that wait, and how
     * long after one transaction the next begins at the earliest.
     */
    public record Bounds(int writing, int together, int waiting, Duration apart) {}

    /** Makes all of them durable, or throws and has written none; answers in their order. */
    public interface Writer<L, T, R> {
        List<R> write(L line, List<T> together);
    }

    /** Throws {@link RejectedExecutionException} at once, and has written nothing, if too many wait already. */
    public R write(L line, T entry) {
        var own = new Place<T, R>(entry);
        var waiting = lines.computeIfAbsent(line, _ -> new Line<>());
        if (waiting.join(own, bounds)) {
            begin(() -> Waited.run(() -> writeAll(line, waiting)));
        }
        return switch (own.turn.join()) {
            case Turn.Answered(var answer) -> answer;
            case Turn.Failed(var why) -> throw why;
        };
    }

    // Where the system has no thread left, whoever should have begun one writes by himself: nobody else would begin for
    // those who wait.
    private void begin(Runnable writing) {
        try {
            threads.execute(writing);
        } catch (OutOfMemoryError noThread) {
            writing.run();
        }
    }

    private void writeAll(L line, Line<T, R> waiting) {
        for (var places = next(waiting); !places.isEmpty(); places = next(waiting)) {
            var turns = turns(line, places.stream().map(Place::entry).toList());
            for (int i = 0; i < places.size(); i++) {
                places.get(i).turn.complete(turns.get(i));
            }
        }
    }

    private List<Place<T, R>> next(Line<T, R> waiting) {
        var nanos = waiting.nanosToNext(bounds);
        while (nanos > 0) {
            LockSupport.parkNanos(nanos);
            nanos = waiting.nanosToNext(bounds);
        }
        return waiting.take(bounds);
    }

    // One bad row spoils the transaction of all; then either half gets one of its own, so that the others soon are
    // together again. A database that does not answer will not answer any of them either.
    private List<Turn<R>> turns(L line, List<T> together) {
        try {
            return writer.write(line, together).stream()
                    .<Turn<R>>map(Turn.Answered::new)
                    .toList();
        } catch (RuntimeException why) {
            return together.size() == 1 || isOutage.test(why)
                    ? failed(together, why)
                    : halves(together)
                            .flatMap(half -> turns(line, half).stream())
                            .toList();
        } catch (Error death) {
            // Whatever it is, nobody waits for ever.
            return failed(together, new IllegalStateException("What wrote for all of them died", death));
        }
    }

    private static <T> Stream<List<T>> halves(List<T> together) {
        var half = together.size() / 2;
        return Stream.of(together.subList(0, half), together.subList(half, together.size()));
    }

    private static <R> List<Turn<R>> failed(List<?> together, RuntimeException why) {
        return together.stream().<Turn<R>>map(_ -> new Turn.Failed<>(why)).toList();
    }

    /** What somebody waits for. */
    private sealed interface Turn<R> {
        record Answered<R>(R answer) implements Turn<R> {}

        record Failed<R>(RuntimeException why) implements Turn<R> {}
    }

    private record Place<T, R>(T entry, CompletableFuture<Turn<R>> turn) {
        Place(T entry) {
            this(entry, new CompletableFuture<>());
        }
    }

    /** Those who wait, in the order in which they came. */
    private static final class Line<T, R> {
        private final Queue<Place<T, R>> places = new ArrayDeque<>();
        private int writing;
        private Optional<Long> began = Optional.empty();

        /** Whether one more should begin to write for this line. */
        synchronized boolean join(Place<T, R> place, Bounds bounds) {
            if (places.size() >= bounds.waiting()) {
                throw new RejectedExecutionException("Too many wait to be written");
            }
            places.add(place);
            var begins = writing < bounds.writing();
            writing += begins ? 1 : 0;
            return begins;
        }

        /** How long those who wait still gather. */
        synchronized long nanosToNext(Bounds bounds) {
            return places.isEmpty()
                    ? 0
                    : began.map(it -> it + bounds.apart().toNanos() - System.nanoTime())
                            .orElse(0L);
        }

        /** The next to be written; whoever finds none writes no more. */
        synchronized List<Place<T, R>> take(Bounds bounds) {
            var taken = new ArrayList<Place<T, R>>(Math.min(places.size(), bounds.together()));
            while (taken.size() < bounds.together() && !places.isEmpty()) {
                taken.add(places.remove());
            }
            if (taken.isEmpty()) {
                writing--;
            } else {
                began = Optional.of(System.nanoTime());
            }
            return taken;
        }
    }

    /** Waits for those who are being written. */
    @Override
    public void close() {
        threads.close();
    }
}
