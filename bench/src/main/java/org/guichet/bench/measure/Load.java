package org.guichet.bench.measure;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Clients that do numbered pieces of work, each with a line of its own: as fast as they are answered, or at a fixed
 * rate whatever the answers.
 */
public final class Load<L> implements AutoCloseable {
    private static final double NANOS = 1e9;
    private static final double NANOS_A_MILLI = 1e6;

    private final Supplier<L> open;
    private final Consumer<L> shut;
    private final Semaphore places;
    private final Queue<L> free = new ConcurrentLinkedQueue<>();

    public Load(int lines, Supplier<L> open, Consumer<L> shut) {
        this.places = new Semaphore(lines, true);
        this.open = open;
        this.shut = shut;
    }

    /** Pieces a second, if so many clients each begin the next piece as soon as their last is done. */
    public double fastest(int clients, int count, ObjIntConsumer<L> work) {
        var next = new AtomicInteger();
        return count
                / Rounds.seconds(() -> {
                    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                        join(IntStream.range(0, clients)
                                .mapToObj(_ -> inThread(threads, () -> {
                                    for (int number = next.getAndIncrement();
                                            number < count;
                                            number = next.getAndIncrement()) {
                                        one(number, work);
                                    }
                                })));
                    }
                });
    }

    /**
     * A piece begins at each tick of so many a second and waits for no other. How many milliseconds each took from its
     * tick.
     */
    public Latencies millisAt(double rate, int count, ObjIntConsumer<L> work) {
        var millis = new double[count];
        var start = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            join(IntStream.range(0, count).mapToObj(number -> {
                var tick = start + (long) (number * NANOS / rate);
                while (System.nanoTime() < tick) {
                    LockSupport.parkNanos(tick - System.nanoTime());
                }
                return inThread(threads, () -> {
                    one(number, work);
                    millis[number] = (System.nanoTime() - tick) / NANOS_A_MILLI;
                });
            }));
        }
        return new Latencies(millis);
    }

    private void one(int number, ObjIntConsumer<L> work) {
        places.acquireUninterruptibly();
        try {
            var kept = free.poll();
            var line = kept == null ? open.get() : kept;
            work.accept(line, number);
            free.add(line);
        } finally {
            places.release();
        }
    }

    private static CompletableFuture<Void> inThread(ExecutorService threads, Runnable work) {
        return CompletableFuture.runAsync(work, threads);
    }

    private static void join(Stream<CompletableFuture<Void>> all) {
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
    }

    @Override
    public void close() {
        free.forEach(shut);
    }
}
