package org.guichet.app.platform;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets those who will wait for the same lock of the database wait in this node first, in the order in which they came,
 * and no more of them than leave room for everybody else. It decides nothing: other nodes do not see it.
 */
final class LockTurns {
    /** Who is at the lock, and who is there or waits for it. */
    private record Queue(Semaphore turns, Semaphore room) {}

    private final Map<Pool, Queue> queues = new ConcurrentHashMap<>();
    private final Semaphore room = new Semaphore(Limits.AT_LOCKS_MAX);

    <T> T take(Pool pool, Supplier<T> work) {
        var queue = queues.computeIfAbsent(
                pool,
                _ -> new Queue(new Semaphore(Limits.TURNS_AT_ONCE_MAX, true), new Semaphore(Limits.AT_ONE_LOCK_MAX)));
        enter(queue.room);
        try {
            return takeIfThereIsRoom(queue.turns, work);
        } finally {
            queue.room.release();
        }
    }

    private <T> T takeIfThereIsRoom(Semaphore turns, Supplier<T> work) {
        enter(room);
        try {
            return take(turns, work);
        } finally {
            room.release();
        }
    }

    private static <T> T take(Semaphore turns, Supplier<T> work) {
        await(turns);
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    private static void enter(Semaphore room) {
        if (!room.tryAcquire()) {
            throw new RejectedExecutionException("Too many wait already");
        }
    }

    private static void await(Semaphore turns) {
        try {
            if (!turns.tryAcquire(Limits.TURN_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new RejectedExecutionException("Too many wait for this line");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RejectedExecutionException(stopped);
        }
    }
}
