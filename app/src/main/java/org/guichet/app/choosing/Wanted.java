package org.guichet.app.choosing;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.guichet.app.appointment.Offer;
import org.guichet.app.catalogue.Catalogue;

/** Where and when somebody wants to come. */
public record Wanted(String centre, Instant start) {
    // A year of more figures is a time for Java, and for no database.
    private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9:T.-]+Z");

    /** As {@link #toString} writes it; empty where a text is nothing of that kind. */
    public static Optional<Wanted> parse(String text) {
        var parts = text.split("/", 2);
        try {
            return parts.length == 2
                            && Catalogue.isCode(parts[0])
                            && TIME.matcher(parts[1]).matches()
                    ? Optional.of(new Wanted(parts[0], Instant.parse(parts[1])))
                    : Optional.empty();
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
