package org.guichet.simulate.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guichet.core.allot.Place;
import org.guichet.simulate.rules.Dice;
import org.guichet.simulate.rules.Dice.About;

/** Who holds which place, and when it will be given up. */
final class Diary {
    private final Dice dice;
    private final Settings.Absences absences;
    private final Timetable timetable;
    private final SortedMap<Long, Booking> holders = new TreeMap<>();
    private final List<List<Booking>> givenUp;
    private int heldTwice;

    Diary(Dice dice, Settings settings, Timetable timetable) {
        this.dice = dice;
        absences = settings.absences();
        this.timetable = timetable;
        givenUp = IntStream.rangeClosed(0, timetable.hours())
                .<List<Booking>>mapToObj(_ -> new ArrayList<>())
                .toList();
    }

    /** Books places that the person looked for; nobody refuses what was chosen. */
    void book(Asker asker, List<Place> places, int hour) {
        book(asker, places, hour, 0);
    }

    /** Books places that were offered. */
    void offer(Asker asker, List<Place> places, int hour) {
        book(asker, places, hour, absences.refused());
    }

    private void book(Asker asker, List<Place> places, int hour, int refused) {
        var day = timetable.day(places.getFirst());
        var number = asker.books(places.size());
        var throwOfDice = dice.below(100, About.FATE, asker.wish().id(), number);
        var morning = day * Timetable.HOURS_A_DAY;
        var hours = dice.below(
                Math.max(1, morning - hour - 1), About.HOUR, asker.wish().id(), number);
        var booking = new Booking(asker, places, fate(asker, throwOfDice, refused));
        switch (booking.fate()) {
            case COMES, IS_ABSENT -> {}
            case REFUSES -> givenUp.get(hour + 1).add(booking);
            case GIVES_UP_EARLY -> givenUp.get(hour + 1 + hours).add(booking);
            case GIVES_UP_LATE -> givenUp.get(Math.max(hour + 1, morning)).add(booking);
        }
        for (var place : places) {
            heldTwice += holders.put(place.id(), booking) == null ? 0 : 1;
        }
    }

    private Booking.Fate fate(Asker asker, int throwOfDice, int refused) {
        if (!asker.wish().real()) {
            return Booking.Fate.IS_ABSENT;
        }
        var left = throwOfDice - refused;
        if (left < 0) {
            return Booking.Fate.REFUSES;
        }
        left -= absences.early();
        if (left < 0) {
            return Booking.Fate.GIVES_UP_EARLY;
        }
        left -= absences.late();
        if (left < 0) {
            return Booking.Fate.GIVES_UP_LATE;
        }
        return left < absences.absent() ? Booking.Fate.IS_ABSENT : Booking.Fate.COMES;
    }

    Optional<Booking> holder(Place place) {
        return Optional.ofNullable(holders.get(place.id()));
    }

    /** What is given up at this hour; what already began is not. */
    List<Booking> givenUpAt(int hour) {
        return givenUp.get(hour).stream()
                .filter(it -> timetable.hour(it.places().getFirst()) > hour)
                .toList();
    }

    void free(Booking booking) {
        booking.places().forEach(this::free);
    }

    /** From now on nobody holds this place. */
    void free(Place place) {
        holders.remove(place.id());
    }

    /** Places that false identities hold. */
    Stream<Booking> heldByFakes() {
        return holders.values().stream().filter(it -> !it.asker().wish().real());
    }

    /** How often a place was given while somebody held it; it must be never. */
    int heldTwice() {
        return heldTwice;
    }
}
