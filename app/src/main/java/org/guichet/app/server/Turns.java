package org.guichet.app.server;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import org.guichet.app.platform.Waited;

/**
 * Lets so many requests be worked on at a time, each in a virtual thread of its own. The others wait in the order in
 * which they came, and take no more memory than their connection does.
 */
final class Turns implements Executor {
    private final int most;
    private final Queue<Runnable> waiting = new ArrayDeque<>();
    private int taken;

    Turns(int most) {
        this.most = most;
    }

    @Override
    public void execute(Runnable request) {
        if (mayBegin(request)) {
            begin(request);
        }
    }

    /** Gives the turn back while its request waits for its client, so that nobody else does. */
    void rest() {
        next().ifPresent(this::begin);
    }

    /** Goes on at once: whoever began is not made to wait again, so a few more than allowed may be at work. */
    synchronized void resume() {
        taken++;
    }

    private void begin(Runnable request) {
        Thread.ofVirtual().name("request").start(() -> {
            try {
                Waited.run(request);
            } finally {
                rest();
            }
        });
    }

    private synchronized boolean mayBegin(Runnable request) {
        if (taken < most) {
            taken++;
            return true;
        }
        waiting.add(request);
        return false;
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
