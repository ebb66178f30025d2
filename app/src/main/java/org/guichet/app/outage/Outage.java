package org.guichet.app.outage;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A span in which nobody could answer anything, in whole seconds, as the journal says it. */
public record Outage(Instant from, Instant until) {
    public Outage {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("An outage ends after it began");
        }
    }

    /** Never shorter than it was. */
    static Outage of(Instant from, Duration length) {
        var whole = from.truncatedTo(ChronoUnit.SECONDS);
        var until = from.plus(length);
        var second = until.truncatedTo(ChronoUnit.SECONDS);
        return new Outage(whole, second.equals(until) ? until : second.plusSeconds(1));
    }

    public Duration length() {
        return Duration.between(from, until);
    }
}
