package org.guichet.app.window;

import java.time.Instant;
import org.guichet.core.ledger.leaf.PoolCode;
import org.guichet.core.ledger.leaf.WindowId;

/** A span in which requests are collected, and the round of the beacon that will order them. */
public record Window(
        String pool, int number, Instant opensAt, Instant closesAt, Instant drawAt, String chain, long round) {

    /** Its name in the journal. */
    public WindowId id() {
        return new WindowId(new PoolCode(pool), number);
    }
}
