package org.guichet.app.appointment;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.guichet.app.catalogue.Place;
import org.guichet.app.registration.Moments;
import org.guichet.core.allot.SerialDictatorship;
import org.guichet.core.allot.Stock;
import org.guichet.core.allot.Together;
import org.guichet.core.allot.Turn;

/** Who is asked for when places are free: those entries of the line that may take one of them, or several. */
record Sought(List<Key> keys) {
    private static final String ALONE = "";

    /** One kind of entry, as {@link LineIndex} keeps them, and the day on which it must be possible to come. */
    record Key(String centre, int halfDay, LocalDate day, int persons, String together) {}

    private record Manner(int persons, String together) {}

    private record When(String centre, int halfDay, LocalDate day) {
        static When of(Place place, ZoneId zone) {
            return new When(
                    place.centre(),
                    Moments.halfDay(place.startsAt(), zone),
                    place.startsAt().atZone(zone).toLocalDate());
        }

        /** An entry says where and when, or that everything suits. */
        Stream<When> entries() {
            return Stream.of(this, new When(centre, 0, day), new When("", halfDay, day), new When("", 0, day));
        }
    }

    /**
     * The entries of which none is left out that could be given one of these places, or a group of them as the rules
     * see them.
     */
    static Sought of(Collection<Place> free, Stock stock, ZoneId zone) {
        var manners = manners(stock);
        return new Sought(free.stream()
                .map(it -> When.of(it, zone))
                .distinct()
                .flatMap(When::entries)
                .distinct()
                .flatMap(when -> manners.stream()
                        .map(it -> new Key(when.centre, when.halfDay, when.day, it.persons, it.together)))
                .toList());
    }

    private static List<Manner> manners(Stock stock) {
        var manners = new ArrayList<>(List.of(new Manner(1, ALONE)));
        for (var together : Together.values()) {
            for (var persons = 2; persons <= Turn.PERSONS_MAX && hasRoom(stock, persons, together); persons++) {
                manners.add(new Manner(persons, together.name()));
            }
        }
        return manners;
    }

    private static boolean hasRoom(Stock stock, int persons, Together together) {
        return SerialDictatorship.alone(stock, Turn.anybody(persons, together, stock.anything()))
                .isPresent();
    }
}
