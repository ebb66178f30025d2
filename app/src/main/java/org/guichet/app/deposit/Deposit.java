package org.guichet.app.deposit;

import java.time.Instant;
import java.util.UUID;
import org.guichet.app.registration.RequestId;
import org.guichet.core.ledger.Hash;

/** A dossier laid on the counter; {@code commitment} is its leaf in the journal. */
public record Deposit(
        UUID id,
        UUID offer,
        RequestId request,
        Instant madeAt,
        int counter,
        String signIn,
        Papers papers,
        Hash commitment) {}
