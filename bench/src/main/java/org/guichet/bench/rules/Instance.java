package org.guichet.bench.rules;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guichet.core.allot.Input;
import org.guichet.core.allot.Moment;
import org.guichet.core.allot.Place;
import org.guichet.core.allot.Quotas;
import org.guichet.core.allot.Stock;
import org.guichet.core.allot.Times;
import org.guichet.core.allot.Together;
import org.guichet.core.allot.Turn;
import org.guichet.core.allot.Wish;

/** Invented requests in the order of their ranks, and the free places of the coming weeks: centres of five counters. */
final class Instance {
    private static final LocalDate FIRST_DAY = LocalDate.of(2021, 4, 19);
    private static final LocalTime OPENS = LocalTime.of(9, 0);
    private static final Duration SPAN = Duration.ofHours(1);
    private static final int SPANS_A_DAY = 4;
    private static final int COUNTERS = 5;
    private static final int DAYS_MAX = 50;
    private static final int PLACES_A_DAY_MIN = 200;
    private static final int CENTRES_WISHED = 3;
    private static final int PERSONS_MAX = 4;
    private static final List<Together> WAYS = List.of(Together.values());

    /** What is asked for: whether some centres are asked for far more than others, and how many of ten are groups. */
    record Demand(String name, boolean isSkewed, int groupsOfTen) {}

    private final Stock stock;
    private final Demand demand;
    private final Random random;
    private final List<LocalDate> days;
    // Many share the same times, as people do.
    private final Map<List<Integer>, Times> known = new HashMap<>();

    private Instance(int places, Demand demand, Random random) {
        this.demand = demand;
        this.random = random;
        var dayCount = Math.clamp(places / PLACES_A_DAY_MIN, 1, DAYS_MAX);
        days = FIRST_DAY
                .datesUntil(FIRST_DAY.plusYears(1))
                .filter(it -> it.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue())
                .limit(dayCount)
                .toList();
        stock = Stock.of(places(places));
    }

    static Input of(int requests, int places, Demand demand, Random random) {
        var instance = new Instance(places, demand, random);
        return new Input(
                instance.stock,
                Quotas.none(instance.stock),
                IntStream.range(0, requests).mapToObj(instance::turn).toList());
    }

    private List<Place> places(int count) {
        var made = new ArrayList<Place>();
        for (var centre = 0; made.size() < count; centre++) {
            var code = "centre-%04d".formatted(centre);
            days.forEach(day -> IntStream.range(0, SPANS_A_DAY)
                    .boxed()
                    .flatMap(span -> places(code, day, span))
                    .limit(count - made.size())
                    .forEach(it -> made.add(
                            new Place(made.size(), it.centre(), it.counter(), it.start(), it.end(), it.day()))));
        }
        return made;
    }

    private static Stream<Place> places(String centre, LocalDate day, int span) {
        var start = day.atTime(OPENS).plus(SPAN.multipliedBy(span)).toInstant(ZoneOffset.UTC);
        return IntStream.rangeClosed(1, COUNTERS)
                .mapToObj(counter -> new Place(0, centre, counter, start, start.plus(SPAN), day));
    }

    private Turn turn(int number) {
        var persons = random.nextInt(10) < demand.groupsOfTen ? 2 + random.nextInt(PERSONS_MAX - 1) : 1;
        var wish = wish();
        return new Turn("r" + number, persons, WAYS.get(random.nextInt(WAYS.size())), 0, wish, wish);
    }

    /** One to three centres, on some days of the week within a window of days, at some hours. */
    private Wish wish() {
        var centres = random.ints(1L + random.nextInt(CENTRES_WISHED), 0, Integer.MAX_VALUE)
                .mapToObj(it -> centre(it / (double) Integer.MAX_VALUE))
                .toList();
        var from = random.nextInt(days.size());
        var until = from + 1 + random.nextInt(days.size());
        var weekdays = 1 + random.nextInt((1 << DayOfWeek.FRIDAY.getValue()) - 1);
        var spans = 1 + random.nextInt((1 << SPANS_A_DAY) - 1);
        var window = times(List.of(0, from, until), it -> isWithin(it.day(), from, until));
        var week = times(
                List.of(1, weekdays),
                it -> (weekdays >> (it.day().getDayOfWeek().getValue() - 1) & 1) != 0);
        var hours = times(List.of(2, spans), it -> (spans >> span(it) & 1) != 0);
        return stock.wish(centres, window.and(week).and(hours));
    }

    private String centre(double random) {
        var share = demand.isSkewed ? random * random * random : random;
        return stock.centres().get((int) (share * stock.centres().size()));
    }

    private Times times(List<Integer> key, Predicate<Moment> suits) {
        return known.computeIfAbsent(key, _ -> stock.times(suits));
    }

    private boolean isWithin(LocalDate day, int from, int until) {
        return !day.isBefore(days.get(from)) && !day.isAfter(days.get(Math.min(until, days.size()) - 1));
    }

    private static int span(Moment moment) {
        return moment.start().atZone(ZoneOffset.UTC).getHour() - OPENS.getHour();
    }
}
