package org.guichet.app.platform;

/**
 * Work that somebody waits for. A job may wait for the database as long as it likes; a person is told after a while
 * that there is no answer.
 */
public final class Waited {
    private static final ScopedValue<Boolean> FOR = ScopedValue.newInstance();

    private Waited() {}

    /** For what this thread does in it. */
    public static void run(Runnable work) {
        ScopedValue.where(FOR, true).run(work);
    }

    static boolean isFor() {
        return FOR.isBound();
    }
}
