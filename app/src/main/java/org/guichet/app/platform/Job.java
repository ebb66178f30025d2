package org.guichet.app.platform;

import java.time.Duration;

/**
 * Work that is looked for again and again, on one node at a time unless it waits for none. It does whatever is due by
 * the clock and nothing else, so that running it once too often, or again after a crash, changes nothing.
 */
public record Job(String name, Duration every, boolean beforeServing, boolean waitsForNone, Runnable work) {
    public Job(String name, Duration every, Runnable work) {
        this(name, every, false, false, work);
    }

    /** The same, done once more before the first page is served: pages need what it makes. */
    public Job beforeFirstPage() {
        return new Job(name, every, true, waitsForNone, work);
    }

    /** The same on every node, with a thread for itself, so that it is done in time however long others take. */
    public Job waitingForNone() {
        return new Job(name, every, beforeServing, true, work);
    }
}
