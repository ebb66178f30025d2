package org.guichet.app;

import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Looks again and again until it sees what comes by itself. The clock of the world goes on meanwhile, a second each
 * second: what failed in the background is tried again only some time later.
 */
public final class Patience {
    private static final Duration MOST = Duration.ofMinutes(2);

    private Patience() {}

    /** What was seen. */
    public static <T> T until(World world, Supplier<T> look, Predicate<T> expected) {
        var began = System.nanoTime();
        var moved = Duration.ZERO;
        while (true) {
            var seen = look.get();
            if (expected.test(seen)) {
                return seen;
            }
            var waited = Duration.ofSeconds(
                    Duration.ofNanos(System.nanoTime() - began).toSeconds());
            if (waited.compareTo(MOST) > 0) {
                throw new AssertionError("Still seen: " + seen);
            }
            world.clock().set(world.clock().instant().plus(waited.minus(moved)));
            moved = waited;
        }
    }
}
