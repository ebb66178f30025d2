package org.guichet.app.platform;

import java.time.Duration;

/**
 * Work that is looked for again and again, on one node at a time. It does whatever is due by the clock and nothing
 * else, so that running it once too often, or again after a crash, changes nothing.
 */
public record Job(String name, Duration every, boolean beforeServing, Runnable work) {
    public Job(String name, Duration every, Runnable work) {
        this(name, every, false, work);
    }

    /** The same, done once more before the first page is served: pages need what it makes. */
    public Job beforeFirstPage() {
        return new Job(name, every, true, work);
    }
}
