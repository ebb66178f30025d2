package org.guichet.core.ledger.leaf;

import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.note.WitnessList;
import org.guichet.core.text.Canonical;

/**
 * How many of the declared witnesses must have seen a sealed list before a round may order it (docs/spec/draw.md).
 *
 * @param witnesses the hash of their list
 */
public record Quorum(long count, Hash witnesses) {
    /** No witness was declared, so that none is missed. */
    public static final Quorum NONE = new Quorum(0, WitnessList.NONE.hash());

    public Quorum {
        if (count < 0 || count > Canonical.NUMBER_MAX) {
            throw new IllegalArgumentException("The journal counts from 0 to " + Canonical.NUMBER_MAX);
        }
    }
}
