package org.guichet.app.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;

/** How many places the opening rules in force will make, beyond those that are made already. */
public final class PlannedPlaces {
    private PlannedPlaces() {}

    /** A centre, and when places begin in it. */
    public record Start(String centre, Instant at) {}

    /** Places from this instant to the end of a day. */
    public static Map<Start, Integer> from(Catalogue catalogue, String pool, Instant from, LocalDate until) {
        var zone = catalogue.authority().zone();
        return new Plan(catalogue)
                .places(pool, from.atZone(zone).toLocalDate(), until)
                .filter(it -> !it.startsAt().isBefore(from))
                .collect(Collectors.toMap(it -> new Start(it.centre(), it.startsAt()), _ -> 1, Integer::sum));
    }
}
