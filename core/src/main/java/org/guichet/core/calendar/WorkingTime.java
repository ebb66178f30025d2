package org.guichet.core.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The hours in which a deadline runs: on the given days of the week, between two times of day, except on days off.
 * Spans are measured on the time line, so a day on which the clocks change inside the hours is as long as it really is.
 */
public record WorkingTime(
        ZoneId zone, Set<DayOfWeek> days, LocalTime from, LocalTime until, Predicate<LocalDate> dayOff) {

    // A year without one working day is a mistake in the calendar, not a deadline.
    private static final int DAYS_WITHOUT_WORK_MAX = 366;

    public WorkingTime {
        days = Set.copyOf(days);
        if (days.isEmpty() || !from.isBefore(until)) {
            throw new IllegalArgumentException("Working time needs a day, and a start before its end");
        }
    }

    /** The moment at which {@code hours} of working time have passed since {@code start}. */
    public Instant after(Instant start, Duration hours) {
        if (hours.isNegative() || hours.isZero()) {
            throw new IllegalArgumentException("A deadline lies ahead");
        }
        var left = hours;
        var day = start.atZone(zone).toLocalDate();
        var idle = 0;
        while (idle <= DAYS_WITHOUT_WORK_MAX) {
            var opens = later(start, day.atTime(from).atZone(zone).toInstant());
            var span = Duration.between(opens, day.atTime(until).atZone(zone).toInstant());
            if (!works(day) || span.isNegative() || span.isZero()) {
                idle++;
            } else if (span.compareTo(left) >= 0) {
                return opens.plus(left);
            } else {
                left = left.minus(span);
                idle = 0;
            }
            day = day.plusDays(1);
        }
        throw new IllegalStateException("No working day within a year of " + start);
    }

    private boolean works(LocalDate day) {
        return days.contains(day.getDayOfWeek()) && !dayOff.test(day);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
