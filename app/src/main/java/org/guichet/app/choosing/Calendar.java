package org.guichet.app.choosing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The times that somebody can choose, by centre and day: only what has room for all who come together. */
public record Calendar(NavigableMap<String, NavigableMap<LocalDate, List<Instant>>> times) {
    /** Nothing can be chosen. */
    public static final Calendar EMPTY = new Calendar(new TreeMap<>());

    public Calendar {
        times = Collections.unmodifiableNavigableMap(times);
    }

    public boolean isEmpty() {
        return times.isEmpty();
    }

    public boolean has(String centre) {
        return times.containsKey(centre);
    }

    public NavigableSet<LocalDate> days(String centre) {
        return of(centre).navigableKeySet();
    }

    /** A month that has a day to choose: the one that is wanted, else the first. */
    public Month month(String centre, Optional<YearMonth> wanted) {
        var days = days(centre);
        var first = YearMonth.from(days.first());
        return Month.of(
                wanted.filter(it -> days.stream().map(YearMonth::from).anyMatch(it::equals))
                        .orElse(first),
                days);
    }

    /** None where there is no room on that day. */
    public List<Instant> times(String centre, LocalDate day) {
        return Objects.requireNonNullElse(of(centre).get(day), List.of());
    }

    /** The earliest of a centre. */
    public Wanted first(String centre) {
        return new Wanted(centre, of(centre).firstEntry().getValue().getFirst());
    }

    private NavigableMap<LocalDate, List<Instant>> of(String centre) {
        return Objects.requireNonNullElseGet(times.get(centre), TreeMap::new);
    }
}
