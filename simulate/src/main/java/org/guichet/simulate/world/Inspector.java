package org.guichet.simulate.world;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guichet.core.allot.Place;

/** Looks at every result with eyes of its own: it uses nothing of the code that allots. */
final class Inspector {
    private final Timetable timetable;
    private int brokenGroups;
    private int passedOver;

    Inspector(Timetable timetable) {
        this.timetable = timetable;
    }

    void given(Asker asker, List<Place> places) {
        var whole = places.size() == asker.persons()
                && places.stream().allMatch(asker::accepts)
                && (asker.persons() == 1 || fits(asker, places));
        brokenGroups += whole ? 0 : 1;
    }

    void left(Collection<Asker> line, Collection<Place> free, int hour) {
        for (var asker : free.isEmpty() ? List.<Asker>of() : line) {
            var suitable = free.stream()
                    .filter(place -> asker.accepts(place) && asker.inTime(place, hour))
                    .toList();
            passedOver += suitable.size() >= asker.persons() && fits(asker, suitable) ? 1 : 0;
        }
    }

    Promises promises(int heldTwice) {
        return new Promises(heldTwice, brokenGroups, passedOver);
    }

    /** Whether enough of these places lie together in the way the request needs. */
    private boolean fits(Asker asker, List<Place> places) {
        return switch (asker.together()) {
            case SIMULTANEOUS -> most(places, place -> place.centre() + timetable.hour(place)) >= asker.persons();
            case SAME_DAY -> most(places, place -> place.centre() + timetable.day(place)) >= asker.persons();
            case ADJACENT -> places.stream().anyMatch(place -> run(place, places) >= asker.persons());
        };
    }

    private static long most(List<Place> places, Function<Place, String> shared) {
        return places.stream().collect(Collectors.groupingBy(shared, Collectors.counting())).values().stream()
                .mapToLong(it -> it)
                .max()
                .orElse(0);
    }

    private int run(Place first, List<Place> places) {
        var length = 1;
        while (hasLater(first, length, places)) {
            length++;
        }
        return length;
    }

    private boolean hasLater(Place first, int hours, List<Place> places) {
        return places.stream()
                .anyMatch(it -> it.centre().equals(first.centre())
                        && it.counter() == first.counter()
                        && timetable.day(it) == timetable.day(first)
                        && timetable.hour(it) == timetable.hour(first) + hours);
    }
}
