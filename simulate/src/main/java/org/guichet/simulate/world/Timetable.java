package org.guichet.simulate.world;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.guichet.core.allot.Place;

/**
 * The hours of the simulated weeks and their places. Time is counted in hours: ten a weekday, five days a week. The
 * number of a place tells its hour, centre and counter, so that places in the order of their numbers are in the
 * order of time.
 */
final class Timetable {
    static final int DAYS = 5;
    static final int HOURS_A_DAY = 10;
    static final int HOURS_A_WEEK = DAYS * HOURS_A_DAY;
    /** Places of a week are given out two weeks before. */
    static final int LEAD = 2;

    private static final LocalDate FIRST_MONDAY = LocalDate.of(2021, 4, 19);
    private static final LocalTime DAY_BEGINS = LocalTime.of(8, 0);

    private final Settings.Size size;
    private final int weeks;
    private final List<Place> places;

    Timetable(Settings settings) {
        size = settings.size();
        weeks = settings.weeks() + LEAD;
        places = IntStream.range(0, weeks * size.placesAWeek())
                .mapToObj(this::place)
                .toList();
    }

    int weeks() {
        return weeks;
    }

    int hours() {
        return weeks * HOURS_A_WEEK;
    }

    /** The places of one week. */
    List<Place> week(int week) {
        return places.subList(week * size.placesAWeek(), (week + 1) * size.placesAWeek());
    }

    /** The places that begin at this hour. */
    List<Place> beginningAt(int hour) {
        var span = hour % HOURS_A_DAY - 1;
        var each = size.centres() * size.counters();
        var first = (hour / HOURS_A_DAY * size.hours() + span) * each;
        return span < 0 || span >= size.hours() ? List.of() : places.subList(first, first + each);
    }

    int hour(Place place) {
        return day(place) * HOURS_A_DAY + 1 + slot(place) % size.hours();
    }

    /** The number of its day; weekends are not counted. */
    int day(Place place) {
        return slot(place) / size.hours();
    }

    int centre(Place place) {
        return (int) place.id() / size.counters() % size.centres();
    }

    private int slot(Place place) {
        return (int) place.id() / (size.counters() * size.centres());
    }

    private Place place(int id) {
        var slot = id / (size.counters() * size.centres());
        var day = slot / size.hours();
        var date = FIRST_MONDAY.plusWeeks(day / DAYS).plusDays(day % DAYS);
        var start = date.atTime(DAY_BEGINS).plusHours(1L + slot % size.hours()).toInstant(ZoneOffset.UTC);
        var centre = "centre-" + (char) ('a' + id / size.counters() % size.centres());
        return new Place(id, centre, 1 + id % size.counters(), start, start.plusSeconds(3600), date);
    }
}
