package org.guichet.app.platform;

import java.time.Instant;
import java.util.UUID;

/**
 * Ids that begin with the time: UUIDs of version 7 (RFC 9562, section 5.7). What is recorded at the same time lies
 * together in every index then, and a rush writes to the few pages that are in memory. They tell when they were made,
 * so they are for what is shown to nobody.
 */
public final class TimedId {
    private static final int TIME_SHIFT = 16;
    private static final long VERSION_7 = 0x7000;
    private static final long RANDOM_BITS = 0x0fff;

    private TimedId() {}

    /** A new one, whatever others are made in the same millisecond. */
    public static UUID at(Instant now) {
        var random = UUID.randomUUID();
        var high = (now.toEpochMilli() << TIME_SHIFT) | VERSION_7 | (random.getMostSignificantBits() & RANDOM_BITS);
        return new UUID(high, random.getLeastSignificantBits());
    }
}
