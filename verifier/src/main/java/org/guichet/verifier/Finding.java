package org.guichet.verifier;

import java.util.Optional;
import java.util.OptionalLong;
import org.guichet.core.ledger.leaf.WindowId;

/** Something that is wrong: where, and what, as a clause in English. */
record Finding(OptionalLong leaf, Optional<WindowId> window, String what) {
    static Finding of(String what) {
        return new Finding(OptionalLong.empty(), Optional.empty(), what);
    }

    static Finding at(long leaf, String what) {
        return new Finding(OptionalLong.of(leaf), Optional.empty(), what);
    }

    static Finding at(long leaf, WindowId window, String what) {
        return new Finding(OptionalLong.of(leaf), Optional.of(window), what);
    }

    /** The sentence as people read it. */
    String sentence() {
        var where = (leaf.isPresent() ? "Leaf " + leaf.getAsLong() : "")
                + (leaf.isPresent() && window.isPresent() ? ", " : "")
                + window.map(WindowId::toString).orElse("");
        return (where.isEmpty() ? "" : where + ": ") + what + ".";
    }
}
