package org.guichet.app.choosing;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A month as a table: a column for each day of the week on which anything is ever possible, a row for each week. */
public record Month(YearMonth month, List<DayOfWeek> columns, SortedSet<LocalDate> possible) {
    private static final int WORKING_DAYS = 5;

    static Month of(YearMonth month, SortedSet<LocalDate> possible) {
        var columns = Stream.of(DayOfWeek.values())
                .filter(it ->
                        it.getValue() <= WORKING_DAYS || possible.stream().anyMatch(day -> day.getDayOfWeek() == it))
                .toList();
        return new Month(month, columns, possible);
    }

    /** The days of each week, empty where a day of the week belongs to another month. */
    public List<List<Optional<LocalDate>>> weeks() {
        return month.atDay(1)
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .datesUntil(month.atEndOfMonth().plusDays(1), Period.ofWeeks(1))
                .map(monday -> columns.stream()
                        .map(it -> Optional.of(monday.with(TemporalAdjusters.nextOrSame(it)))
                                .filter(day -> YearMonth.from(day).equals(month)))
                        .toList())
                .filter(week -> week.stream().anyMatch(Optional::isPresent))
                .toList();
    }

    public boolean isPossible(LocalDate day) {
        return possible.contains(day);
    }

    /** The nearest month before this one in which a day is possible. */
    public Optional<YearMonth> previous() {
        return months(it -> it.isBefore(month)).reduce((_, last) -> last);
    }

    /** The nearest month after this one in which a day is possible. */
    public Optional<YearMonth> next() {
        return months(it -> it.isAfter(month)).findFirst();
    }

    private Stream<YearMonth> months(Predicate<YearMonth> wanted) {
        return possible.stream().map(YearMonth::from).filter(wanted);
    }
}
