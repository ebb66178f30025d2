package org.guichet.app.catalogue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Map;
import java.util.stream.Collectors;

/** How many places the opening rules in force will make, beyond those that are made already. */
public final class PlannedPlaces {
    private PlannedPlaces() {}

    /** Places from this instant to the end of a day, by the Monday of their week. */
    public static Map<LocalDate, Integer> byWeek(Catalogue catalogue, String pool, Instant from, LocalDate until) {
        var zone = catalogue.authority().zone();
        return new Plan(catalogue)
                .places(pool, from.atZone(zone).toLocalDate(), until)
                .filter(it -> !it.startsAt().isBefore(from))
                .map(it -> it.startsAt().atZone(zone).toLocalDate())
                .collect(Collectors.toMap(
                        day -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), _ -> 1, Integer::sum));
    }
}
