package org.guichet.core.allot;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.function.Function;

/** The moments of a stock by day and by week; a week of ISO 8601 is known by its Monday. */
final class Weeks {
    private final List<LocalDate> mondays;
    private final int[] weekOf;
    private final List<Times> days;
    private final List<Times> weeks;

    Weeks(List<Moment> moments) {
        var dates = moments.stream().map(Moment::day).toList();
        mondays = dates.stream().map(Weeks::monday).distinct().toList();
        weekOf = dates.stream().mapToInt(it -> mondays.indexOf(monday(it))).toArray();
        days = parts(dates, Function.identity());
        weeks = parts(dates, Weeks::monday);
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The Mondays of the weeks, ascending. */
    List<LocalDate> mondays() {
        return mondays;
    }

    /** The number of the week a moment is in. */
    int weekOf(int moment) {
        return weekOf[moment];
    }

    /** The moments of each day, in the order of days. */
    List<Times> days() {
        return days;
    }

    /** The moments of each week, in the order of weeks. */
    List<Times> weeks() {
        return weeks;
    }

    /** The moments of the day that a moment is on. */
    Times day(int moment) {
        return days.stream().filter(it -> it.has(moment)).findFirst().orElseThrow();
    }

    /** The moments of the week that a moment is in. */
    Times week(int moment) {
        return weeks.get(weekOf[moment]);
    }

    private static List<Times> parts(List<LocalDate> dates, Function<LocalDate, LocalDate> part) {
        return dates.stream()
                .map(part)
                .distinct()
                .map(each ->
                        Times.of(dates.size(), it -> part.apply(dates.get(it)).equals(each)))
                .toList();
    }
}
