package org.guichet.core.allot;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What can truly be said of some classes to whoever got nothing, counted place by place. */
final class TrueWalls {
    // Of so many classes each set is a wall; of more each class, and all of them together.
    private static final int CLASSES_MAX = 6;

    private final Stock stock;
    private final List<Set<Place>> ranges;

    private TrueWalls(Stock stock, List<Given> before) {
        this.stock = stock;
        ranges = before.stream()
                .flatMap(given -> given.places().stream().map(it -> range(given, it)))
                .toList();
    }

    /** The walls of those who are before somebody in an outcome. */
    static List<Wall> of(SmallWorld world, Outcome outcome, Given refused) {
        var before = world.line().subList(0, world.line().indexOf(refused.turn()));
        var walls = new TrueWalls(
                world.stock(),
                outcome.given().stream()
                        .filter(it -> it.byPrecedence() || before.contains(it.turn()))
                        .toList());
        return walls.sets().stream().map(walls::wall).toList();
    }

    private List<Set<Place>> sets() {
        var classes = List.copyOf(stock.places().stream()
                .collect(Collectors.groupingBy(it -> it.centre() + it.moment()))
                .values());
        var all = (1 << classes.size()) - 1;
        return IntStream.rangeClosed(1, all)
                .filter(it -> classes.size() <= CLASSES_MAX || Integer.bitCount(it) == 1 || it == all)
                .mapToObj(set -> IntStream.range(0, classes.size())
                        .filter(it -> (set >>> it & 1) == 1)
                        .mapToObj(classes::get)
                        .flatMap(Collection::stream)
                        .collect(Collectors.toSet()))
                .toList();
    }

    private Wall wall(Set<Place> places) {
        var held = ranges.stream().filter(places::containsAll).count();
        return new Wall(
                stock.centres().stream().map(it -> area(it, places)).toList(), places.size(), Math.toIntExact(held));
    }

    private Wish area(String centre, Set<Place> places) {
        var moments = new HashSet<Moment>();
        places.stream().filter(it -> it.centre().equals(centre)).forEach(it -> moments.add(it.moment()));
        return stock.wish(centre::equals, moments::contains);
    }

    /** The places among which the holder of this one may be moved, by the table of docs/spec/allotment.md. */
    private Set<Place> range(Given given, Place held) {
        var wish = given.turn().wish(given.tier());
        return stock.places().stream()
                .filter(it -> given.turn().isBooked() || stock.suits(wish, it))
                .filter(it -> isInReach(given, held, it))
                .collect(Collectors.toSet());
    }

    private static boolean isInReach(Given given, Place held, Place other) {
        var isSameCentre = held.centre().equals(other.centre());
        if (given.turn().isBooked()) {
            return isSameCentre && held.moment().equals(other.moment());
        }
        if (given.turn().persons() > 1) {
            return isSameCentre && held.day().equals(other.day());
        }
        return !given.byPrecedence()
                || (isSameCentre && Weeks.monday(held.day()).equals(Weeks.monday(other.day())));
    }
}
