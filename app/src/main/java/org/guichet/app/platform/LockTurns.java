package org.guichet.app.platform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets those who will wait for the same lock of the database wait in this node first, in the order in which they came.
 * It decides nothing: other nodes do not see it.
 */
final class LockTurns {
    /** What is locked. */
    record Line(AuthorityId authority, String name) {}

    private final Map<Line, Semaphore> lines = new ConcurrentHashMap<>();

    <T> T take(Line line, Supplier<T> work) {
        var places = lines.computeIfAbsent(line, _ -> new Semaphore(Limits.TURNS_AT_ONCE_MAX, true));
        await(places);
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private static void await(Semaphore places) {
        try {
            if (!places.tryAcquire(Limits.TURN_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new RejectedExecutionException("Too many wait for this line");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RejectedExecutionException(stopped);
        }
    }
}
