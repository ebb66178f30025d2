package org.guichet.verifier;

import java.util.Optional;
import org.guichet.core.allot.Input;
import org.guichet.core.allot.Outcome;
import org.guichet.core.ledger.Hash;

/** A run as its record says it was; {@code codes} if the record has the salt that opens its leaf. */
record RunRecord(Input input, Outcome outcome, Optional<Codes> codes) {
    /** What the leaf of the run says of its input and its outcome. */
    record Codes(Hash input, Hash outcome) {}
}
