package org.guichet.app.choosing;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.guichet.app.appointment.Line;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.catalogue.Place;
import org.guichet.app.platform.AuthorityId;
import org.springframework.stereotype.Component;

/** Where there is room for all who come together, in the way in which they come. */
@Component
final class Room {
    private final Line line;
    private final Catalogues catalogues;

    Room(Line line, Catalogues catalogues) {
        this.line = line;
        this.catalogues = catalogues;
    }

    /** The places they get when they come then; empty where there is no room that begins just then. */
    Optional<List<Place>> at(AuthorityId authority, Chooser chooser, Wanted wanted, Collection<Place> places) {
        var zone = catalogues.of(authority).authority().zone();
        var day = wanted.start().atZone(zone).toLocalDate();
        Predicate<Place> then =
                it -> it.centre().equals(wanted.centre()) && !it.startsAt().isBefore(wanted.start());
        var sameDay = places.stream()
                .filter(then.and(it -> day.equals(day(it, zone))))
                .toList();
        return line.earliest(authority, chooser.count(), chooser.together(), sameDay)
                .filter(block -> block.stream().anyMatch(it -> it.startsAt().equals(wanted.start())));
    }

    private static LocalDate day(Place place, ZoneId zone) {
        return place.startsAt().atZone(zone).toLocalDate();
    }
}
