package org.guichet.app.limit;

import org.guichet.app.World;

/** A world begins with nobody counted. */
public final class FreshCounts {
    private FreshCounts() {}

    public static void in(World world) {
        world.get(Counts.class).forget();
    }
}
