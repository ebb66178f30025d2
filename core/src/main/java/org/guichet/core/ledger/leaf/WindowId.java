package org.guichet.core.ledger.leaf;

import org.guichet.core.text.Canonical;

/** A window of a pool, by its number. */
public record WindowId(PoolCode pool, long number) {
    public WindowId {
        if (number < 1 || number > Canonical.NUMBER_MAX) {
            throw new IllegalArgumentException("Windows are numbered from 1 to " + Canonical.NUMBER_MAX);
        }
    }

    @Override
    public String toString() {
        return "window " + number + " of pool " + pool;
    }
}
