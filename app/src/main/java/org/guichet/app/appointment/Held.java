package org.guichet.app.appointment;

import org.guichet.core.allot.Input;
import org.guichet.core.allot.Outcome;
import org.guichet.core.draw.Label;
import org.guichet.core.ledger.leaf.Leaf;

/** A run as it was held: all it knew, and what came of it. */
record Held(Input input, Outcome outcome) {
    Leaf.Tally tally() {
        return new Leaf.Tally(
                input.line().size(),
                input.stock().places().size(),
                outcome.given().size());
    }

    boolean serves(Label label) {
        return outcome.given().stream().anyMatch(it -> it.label().equals(label.hex()));
    }
}
