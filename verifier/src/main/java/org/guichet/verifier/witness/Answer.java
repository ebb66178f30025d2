package org.guichet.verifier.witness;

import org.guichet.core.ledger.note.NoteSignature;

/** What a witness says to a log that asks it to cosign. */
sealed interface Answer {
    record Cosigned(NoteSignature cosignature) implements Answer {}

    record Malformed(String why) implements Answer {}

    record UnknownLog() implements Answer {}

    record Untrusted(String why) implements Answer {}

    /** The proof does not start where the witness stands: at this size. */
    record StandsElsewhere(long size) implements Answer {}

    record Contradicted() implements Answer {}
}
