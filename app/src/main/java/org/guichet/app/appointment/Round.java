package org.guichet.app.appointment;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.guichet.app.catalogue.Place;

/** Free places, the line they are for, and what the rules make of both; nothing is given yet. */
record Round(List<Place> free, List<RankedLine.Waiting> line, Held held) {
    /** Whether somebody gets each of these places. */
    boolean gives(Collection<Place> places) {
        var given = held.outcome().given().stream()
                .flatMap(it -> it.places().stream())
                .map(org.guichet.core.allot.Place::id)
                .collect(Collectors.toSet());
        return places.stream().allMatch(it -> given.contains(it.id()));
    }
}
