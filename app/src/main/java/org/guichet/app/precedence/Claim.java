package org.guichet.app.precedence;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.guichet.app.registration.RequestId;

/** A request for precedence by a class, whose proof was seen, and what was decided. */
public record Claim(
        UUID id, RequestId request, String pool, String legalClass, Step seen, Optional<Decision> decision) {

    /** Which agent, by the name of the sign-in, and when. */
    public record Step(Instant at, String by) {}

    /** What another agent decided; {@code reason} is empty where it was granted. */
    public record Decision(Step step, boolean granted, String reason) {}
}
