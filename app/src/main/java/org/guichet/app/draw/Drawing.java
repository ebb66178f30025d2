package org.guichet.app.draw;

import java.time.Instant;
import java.util.Optional;
import org.guichet.core.beacon.Round;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.leaf.PoolCode;
import org.guichet.core.ledger.leaf.WindowId;

/** The draw of one window: sealed first, drawn when the round is known; {@code leaf} is the ledger's sealing leaf. */
public record Drawing(
        String pool, int window, Instant sealedAt, int count, Hash root, String leaf, Optional<Drawn> drawn) {

    /** Its window's name in the journal. */
    public WindowId id() {
        return new WindowId(new PoolCode(pool), window);
    }

    /** What made the order. */
    public record Drawn(Instant at, Round round) {}
}
