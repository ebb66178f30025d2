package org.guichet.app;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.guichet.app.platform.Transactions;

/**
 * Two nodes at once: the second begins when the first has done all of its work and has not committed yet. What the
 * second got, and whether it had to wait for the first.
 */
public record Overlap<T>(T second, boolean waited) {
    private record Begun<T>(Future<T> second, boolean waits) {}

    public static <T> Overlap<T> of(World world, Runnable first, Callable<T> second) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var begun = world.get(Transactions.class).of(_ -> {
                first.run();
                var other = threads.submit(second);
                while (!other.isDone() && world.count("pg_locks where not granted") == 0) {
                    Thread.onSpinWait();
                }
                return new Begun<>(other, !other.isDone());
            });
            return new Overlap<>(begun.second().get(), begun.waits());
        } catch (InterruptedException | ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
