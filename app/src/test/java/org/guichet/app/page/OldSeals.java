package org.guichet.app.page;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.guichet.app.World;
import org.guichet.app.platform.Keys;
import org.guichet.app.registration.Passes;
import org.guichet.app.registration.Request;

/** What was sealed some time ago. */
public final class OldSeals {
    private OldSeals() {}

    /** A key to a request. */
    public static String key(World world, Request request, Passes.Level level, Duration ago) {
        var then = InstantSource.fixed(Instant.now().minus(ago));
        return new Seals(world.get(Keys.class), then)
                .seal(
                        "pass/" + World.AUTHORITY.value(),
                        level + " " + request.id().value());
    }
}
