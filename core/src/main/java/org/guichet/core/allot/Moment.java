package org.guichet.core.allot;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/** When a place begins, and the local date of it. */
public record Moment(LocalDate day, Instant start) implements Comparable<Moment> {
    private static final Comparator<Moment> EARLIEST =
            Comparator.comparing(Moment::day).thenComparing(Moment::start);

    @Override
    public int compareTo(Moment other) {
        return EARLIEST.compare(this, other);
    }
}
