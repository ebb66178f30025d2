package org.guichet.app.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import org.guichet.app.platform.Waited;

/**
 * Lets so many requests be worked on at a time, each in a virtual thread of its own. The others wait in the order in
 * which they came, and take no more memory than their connection does.
 */
final class Turns implements Executor {
    private final int most;
    private final ThreadFactory threads;
    private final Deque<Runnable> waiting = new ArrayDeque<>();
    private int taken;

    Turns(int most) {
        this(most, Thread.ofVirtual().name("request").factory());
    }

    Turns(int most, ThreadFactory threads) {
        this.most = most;
        this.threads = threads;
    }

    /** Refuses a request that no thread can be had for: its connection is closed, and its turn is free. */
    @Override
    public void execute(Runnable request) {
        if (mayBegin(request) && !begins(request)) {
            end();
            throw new RejectedExecutionException("There is no thread to work on a request");
        }
    }

    /** Gives the turn back while its request waits for its client, so that nobody else does. */
    void rest() {
        next().filter(it -> !begins(it)).ifPresent(this::waitOn);
    }

    /** Goes on at once: whoever began is not made to wait again, so a few more than allowed may be at work. */
    synchronized void resume() {
        taken++;
    }

    private boolean begins(Runnable request) {
        try {
            threads.newThread(() -> work(request)).start();
            return true;
        } catch (OutOfMemoryError | RejectedExecutionException noThread) {
            return false;
        }
    }

    private void work(Runnable request) {
        try {
            Waited.run(request);
        } finally {
            rest();
        }
    }

    private synchronized boolean mayBegin(Runnable request) {
        if (taken < most) {
            taken++;
            return true;
        }
        waiting.add(request);
        return false;
    }

    private synchronized void end() {
        taken--;
    }

    /** First in the line again, and begun when the next turn is free. */
    private synchronized void waitOn(Runnable request) {
        taken--;
        waiting.addFirst(request);
    }

    /** Passes a turn on, or gives it up where nobody waits or too many are taken. */
    private synchronized Optional<Runnable> next() {
        if (taken <= most && !waiting.isEmpty()) {
            return Optional.of(waiting.remove());
        }
        taken--;
        return Optional.empty();
    }
}
