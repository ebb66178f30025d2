package org.guichet.core.ledger.leaf;

import java.util.Locale;

/** What may happen to a request after its registration, as far as the journal tells. */
public enum EventKind {
    OFFER,
    ANSWER,
    PREFERENCES,
    WITHDRAWAL,
    ATTENDANCE,
    DEPOSIT,
    PRECEDENCE;

    /** The first line of such a leaf, and the domain of its commitment. */
    public String type() {
        return "guichet.org/" + name().toLowerCase(Locale.ROOT) + "@v1";
    }
}
