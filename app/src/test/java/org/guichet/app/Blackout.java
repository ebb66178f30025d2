package org.guichet.app;

import java.time.Duration;

/** The service is down, as the service sees it afterwards. */
public final class Blackout {
    private Blackout() {}

    /** It says that it is alive, and then nothing for so long, while all clocks go on. */
    public static void of(World world, Duration length) {
        world.job("alive");
        world.jdbc()
                .sql("update alive set database_at = database_at - make_interval(secs => ?)")
                .params(length.toSeconds())
                .update();
        world.clock().set(world.clock().instant().plus(length));
    }
}
