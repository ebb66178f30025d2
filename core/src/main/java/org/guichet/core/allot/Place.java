package org.guichet.core.allot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/** One counter of one centre for one span of time; {@code day} is the local date. */
public record Place(long id, String centre, int counter, Instant start, Instant end, LocalDate day) {
    /** The order in which places are taken: the earliest first, then by centre and counter. */
    public static final Comparator<Place> EARLIEST = Comparator.comparing(Place::moment)
            .thenComparing(Place::centre)
            .thenComparingInt(Place::counter)
            .thenComparingLong(Place::id);

    Moment moment() {
        return new Moment(day, start);
    }

    boolean isFollowedBy(Place other) {
        return counter == other.counter
                && centre.equals(other.centre)
                && day.equals(other.day)
                && end.equals(other.start);
    }
}
