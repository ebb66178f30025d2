package org.guichet.core.allot.check;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.guichet.core.allot.Given;
import org.guichet.core.allot.Place;
import org.guichet.core.allot.Stock;
import org.guichet.core.allot.Turn;
import org.guichet.core.allot.Wish;

/** The rules in terms of single places: which suit, which lie together, and among which somebody may be moved. */
record Spots(Stock stock) {
    List<Place> suitable(Wish wish) {
        return stock.places().stream().filter(it -> stock.suits(wish, it)).toList();
    }

    /** The places among which the holder of this one may be moved: it and those like it. */
    List<Place> range(Given given, Place held) {
        var suitable = suitable(given.turn().wish(given.tier())).stream();
        if (isBooked(given.turn())) {
            return all(it -> isLike(it, held));
        }
        if (given.turn().persons() > 1) {
            return suitable.filter(it -> day(it).equals(day(held))).toList();
        }
        return suitable.filter(it -> !given.byPrecedence() || week(it).equals(week(held)))
                .toList();
    }

    /** Whether these places are a block for these persons, if each of them suits. */
    static boolean isBlock(Turn turn, List<Place> places) {
        return places.size() == turn.persons()
                && (places.size() == 1
                        || switch (turn.together()) {
                            case SIMULTANEOUS -> places.stream().allMatch(it -> isLike(it, places.getFirst()));
                            case SAME_DAY -> places.stream().allMatch(it -> day(it).equals(day(places.getFirst())));
                            case ADJACENT -> isChain(places);
                        });
    }

    static boolean isBooked(Turn turn) {
        return turn.persons() > 1
                && switch (turn.together()) {
                    case SIMULTANEOUS, ADJACENT -> true;
                    case SAME_DAY -> false;
                };
    }

    /**
     * What could be given to a request: for each block the places among which its persons would have to sit, one list a
     * person.
     */
    Stream<List<List<Place>>> blocks(Turn turn, Wish wish, Collection<Place> booked) {
        var suitable = suitable(wish);
        if (turn.persons() == 1) {
            return Stream.of(List.of(suitable));
        }
        return switch (turn.together()) {
            case SIMULTANEOUS -> parts(suitable, it -> it.start() + it.centre()).map(it -> same(it, turn.persons()));
            case SAME_DAY -> parts(suitable, Spots::day).map(it -> same(it, turn.persons()));
            case ADJACENT ->
                suitable.stream()
                        .map(it -> chain(it, suitable, turn.persons()))
                        .filter(it -> it.size() == turn.persons())
                        .filter(it -> it.stream().noneMatch(booked::contains))
                        .map(chain -> chain.stream()
                                .map(place -> all(it -> isLike(it, place)))
                                .toList());
        };
    }

    /** The centre and the week. */
    static String week(Place place) {
        return place.centre() + " " + monday(place);
    }

    static LocalDate monday(Place place) {
        return place.day().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The centre and the day. */
    private static String day(Place place) {
        return place.centre() + " " + place.day();
    }

    private static boolean isLike(Place one, Place other) {
        return day(one).equals(day(other)) && one.start().equals(other.start());
    }

    private List<Place> all(Predicate<Place> which) {
        return stock.places().stream().filter(which).toList();
    }

    private static List<List<Place>> same(List<Place> range, int persons) {
        return Collections.nCopies(persons, range);
    }

    private static List<Place> chain(Place first, List<Place> suitable, int persons) {
        var chain = new ArrayList<>(List.of(first));
        for (var place : suitable) {
            if (chain.size() < persons && follows(chain.getLast(), place)) {
                chain.add(place);
            }
        }
        return chain;
    }

    private static boolean isChain(List<Place> places) {
        for (var i = 1; i < places.size(); i++) {
            if (!follows(places.get(i - 1), places.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean follows(Place one, Place next) {
        return one.counter() == next.counter()
                && day(one).equals(day(next))
                && one.end().equals(next.start());
    }

    private static Stream<List<Place>> parts(List<Place> places, Function<Place, String> part) {
        return places.stream().collect(Collectors.groupingBy(part)).values().stream();
    }
}
