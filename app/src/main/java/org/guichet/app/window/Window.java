package org.guichet.app.window;

import java.time.Instant;
import org.guichet.core.beacon.Announced;
import org.guichet.core.ledger.leaf.PoolCode;
import org.guichet.core.ledger.leaf.WindowId;

/** A span in which requests are collected, and the rounds of the beacon one of which will order them. */
public record Window(
        String pool, int number, Instant opensAt, Instant closesAt, Instant drawAt, String chain, Announced announced) {

    /** Its name in the journal. */
    public WindowId id() {
        return new WindowId(new PoolCode(pool), number);
    }

    boolean isOpenAt(Instant moment) {
        return !moment.isBefore(opensAt) && moment.isBefore(closesAt);
    }
}
