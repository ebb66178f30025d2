package org.guichet.app.draw;

import java.time.Instant;
import java.util.Optional;
import org.guichet.app.window.Window;
import org.guichet.core.beacon.Announced;
import org.guichet.core.beacon.Round;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.leaf.PoolCode;
import org.guichet.core.ledger.leaf.WindowId;

/**
 * The draw of one window: sealed first, drawn when the round is known, and perhaps voided and drawn again; {@code leaf}
 * is the ledger's sealing leaf.
 */
public record Drawing(
        String pool,
        int window,
        Instant sealedAt,
        int count,
        Hash root,
        String leaf,
        Optional<Drawn> drawn,
        Optional<Voided> voided) {

    /** Its window's name in the journal. */
    public WindowId id() {
        return new WindowId(new PoolCode(pool), window);
    }

    /** How many lots are published. */
    public int lots() {
        return drawn.isPresent() ? count : 0;
    }

    /** The rounds one of which decides. */
    public Announced announced(Window announcement) {
        return voided.map(Voided::next).orElse(announcement.announced());
    }

    /** Why the first draw is void, when the next one is, and the rounds one of which decides it. */
    public record Voided(Instant at, String reason, Instant nextAt, Announced next) {}

    /** What made the order. */
    public record Drawn(Instant at, Round round) {}
}
