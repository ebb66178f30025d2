package org.guichet.app.choosing;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.guichet.app.appointment.Offer;

/** Where and when somebody wants to come. */
public record Wanted(String centre, Instant start) {
    /** As {@link #toString} writes it; empty where a text is nothing of that kind. */
    public static Optional<Wanted> parse(String text) {
        var parts = text.split("/", 2);
        try {
            return parts.length < 2 ? Optional.empty() : Optional.of(new Wanted(parts[0], Instant.parse(parts[1])));
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }

    /** Whether these places are at just this time. */
    boolean is(Offer offer) {
        return centre.equals(offer.centre()) && start.equals(offer.startsAt());
    }

    @Override
    public String toString() {
        return centre + "/" + start;
    }
}
