package org.guichet.core.ledger.note;

import java.time.Instant;
import java.util.Optional;

/** A verified signature of a known key; a cosignature also tells when its signer saw the checkpoint. */
public record Endorsement(VerifierKey key, Optional<Instant> time) {}
