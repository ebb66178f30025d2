package org.guichet.core.allot;

import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Finds places for those who come together: the first block of the group's own order for which room can be made.
 * Whether it can depends on the block and on those who came before, and on nothing else the group says; so saying
 * anything but the truth gains nothing.
 *
 * <p>What comes at the same time or at one counter is <b>booked</b>: these very places, for good. Those who only come
 * on the same day may be moved like single persons, but not out of that day and centre.
 */
final class Groups {
    private final Stock stock;
    private final Levels levels;
    private final Search search;
    private final Hopeless hopeless;
    private final BitSet booked = new BitSet();

    Groups(Stock stock, Levels levels, Search search) {
        this.stock = stock;
        this.levels = levels;
        this.search = search;
        hopeless = new Hopeless(stock);
    }

    /**
     * Seats a whole group, or nobody of it.
     *
     * @param allowed whether a block may be used that has a place of this class
     * @return the places booked, one for each person, or none if they may still be moved
     */
    Optional<List<Integer>> seat(Turn turn, Wish wish, IntPredicate allowed) {
        return switch (turn.together()) {
            case SIMULTANEOUS -> simultaneous(turn.persons(), wish, allowed);
            case ADJACENT -> adjacent(turn.persons(), wish, allowed);
            case SAME_DAY -> sameDay(turn.persons(), wish, allowed);
        };
    }

    /** The earliest moment with enough counters in one centre; of those, the counters that are closest together. */
    private Optional<List<Integer>> simultaneous(int persons, Wish wish, IntPredicate allowed) {
        for (var number : levels.live().in(wish)) {
            if (!hopeless.simultaneous(number, persons) && allowed.test(number)) {
                if (search.seat(Collections.nCopies(persons, stock.only(number)))) {
                    return Optional.of(book(closest(number, persons)));
                }
                hopeless.noSimultaneous(number, persons);
            }
        }
        return Optional.empty();
    }

    private List<Integer> closest(int number, int persons) {
        var open = IntStream.range(0, stock.capacity(number))
                .map(i -> stock.first(number) + i)
                .filter(it -> !booked.get(it))
                .boxed()
                .toList();
        return IntStream.rangeClosed(0, open.size() - persons)
                .mapToObj(first -> open.subList(first, first + persons))
                .min(Comparator.comparingInt(this::width).thenComparing(List::getFirst))
                .orElseThrow();
    }

    private int width(List<Integer> counters) {
        return stock.places().get(counters.getLast()).counter()
                - stock.places().get(counters.getFirst()).counter();
    }

    /** The earliest spans that follow one another at one counter, the first counter first. */
    private Optional<List<Integer>> adjacent(int persons, Wish wish, IntPredicate allowed) {
        for (var number : levels.live().in(wish)) {
            for (var i = 0; allowed.test(number) && i < stock.capacity(number); i++) {
                var first = stock.first(number) + i;
                if (hopeless.adjacent(first, persons) || !isOpen(first, wish)) {
                    continue;
                }
                var chain = stock.chain(first, persons);
                if (chain.size() == persons && chain.stream().allMatch(it -> isOpen(it, wish))) {
                    if (search.seat(chain.stream()
                            .map(it -> stock.only(stock.classOf(it)))
                            .toList())) {
                        return Optional.of(book(chain));
                    }
                    hopeless.noAdjacent(first, persons);
                }
            }
        }
        return Optional.empty();
    }

    private boolean isOpen(int place, Wish wish) {
        var number = stock.classOf(place);
        return !booked.get(place) && levels.live().has(number) && wish.times.has(stock.momentOf(number));
    }

    /** The earliest day on which one centre has enough places. */
    private Optional<List<Integer>> sameDay(int persons, Wish wish, IntPredicate allowed) {
        var days = stock.weeks().days();
        for (var day = 0; day < days.size(); day++) {
            for (var centre : wish.centres) {
                var range = wish.within(centre, days.get(day));
                var number = levels.live().first(range);
                if (number >= 0 && allowed.test(number) && !hopeless.sameDay(centre, day, range, persons)) {
                    if (search.seat(Collections.nCopies(persons, range))) {
                        return Optional.of(List.of());
                    }
                    hopeless.noSameDay(centre, day, range, persons);
                }
            }
        }
        return Optional.empty();
    }

    private List<Integer> book(List<Integer> places) {
        places.forEach(booked::set);
        return List.copyOf(places);
    }
}
