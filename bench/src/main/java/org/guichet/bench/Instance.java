package org.guichet.bench;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.guichet.core.allot.Place;
import org.guichet.core.allot.Together;
import org.guichet.core.allot.Turn;

/** Invented requests in the order of their ranks, and the free places of the coming weeks. */
record Instance(List<Turn<Integer>> line, List<Place> free) {
    private static final LocalDate FIRST_DAY = LocalDate.of(2021, 4, 19);
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    static final Duration SPAN = Duration.ofMinutes(30);
    private static final int SPANS_A_DAY = 14;
    private static final int COUNTERS = 5;
    private static final List<Together> WAYS = List.of(Together.values());
    private static final List<String> CENTRES = List.of("charcot", "loire");

    /** Two centres of five counters, open on weekdays; three of ten requests are for two to four persons. */
    static Instance of(int requests, int places, Random random) {
        return new Instance(
                IntStream.range(0, requests).mapToObj(i -> turn(i, random)).toList(), places(places));
    }

    private static List<Place> places(int count) {
        var places = new ArrayList<Place>();
        for (var day = FIRST_DAY; places.size() < count; day = day.plusDays(1)) {
            for (int span = 0; span < SPANS_A_DAY && isWeekday(day); span++) {
                var start = day.atTime(OPENS).plus(SPAN.multipliedBy(span)).toInstant(ZoneOffset.UTC);
                addAll(places, day, start, count);
            }
        }
        return List.copyOf(places);
    }

    private static void addAll(List<Place> places, LocalDate day, Instant start, int count) {
        for (var centre : CENTRES) {
            for (int counter = 1; counter <= COUNTERS && places.size() < count; counter++) {
                places.add(new Place(places.size(), centre, counter, start, start.plus(SPAN), day));
            }
        }
    }

    private static boolean isWeekday(LocalDate day) {
        return day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue();
    }

    private static Turn<Integer> turn(int key, Random random) {
        var persons = random.nextInt(10) < 7 ? 1 : 2 + random.nextInt(3);
        var together = WAYS.get(random.nextInt(WAYS.size()));
        var acceptable = onDays(random, 3);
        Predicate<Place> wished = random.nextBoolean() ? onDays(random, 2) : at(random);
        return new Turn<>(key, persons, together, place -> acceptable.test(place) && wished.test(place), acceptable);
    }

    private static Predicate<Place> onDays(Random random, int count) {
        Set<DayOfWeek> days = random.ints(1, DayOfWeek.SATURDAY.getValue())
                .distinct()
                .limit(count)
                .mapToObj(DayOfWeek::of)
                .collect(Collectors.toUnmodifiableSet());
        return place -> days.contains(place.day().getDayOfWeek());
    }

    private static Predicate<Place> at(Random random) {
        var centre = CENTRES.get(random.nextInt(CENTRES.size()));
        return place -> place.centre().equals(centre);
    }
}
