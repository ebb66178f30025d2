package org.guichet.core.allot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The hall as one request found it: only those ranked before are seated. */
final class Hall {
    /** Some classes and all the others; how many places the first have, and how many of these are held for good. */
    private record Part(ClassSet classes, ClassSet others, int places, int held) {}

    private final Stock stock;
    private final Seating seating;
    private final Search search;
    private final BitSet booked = new BitSet();

    Hall(Stock stock, List<Given> before) {
        this.stock = stock;
        seating = new Seating(stock);
        before.forEach(given -> given.places().forEach(place -> seat(given, place)));
        var levels = new Levels(stock);
        for (var number : ClassSet.all(stock).numbers()) {
            if (seating.isFull(number)) {
                levels.lift(number, 1);
            }
        }
        search = new Search(stock, seating, levels);
    }

    /** Walls that stop every block a refused request accepts, but those with booked places. */
    List<Wall> walls(Turn turn) {
        var walls = new ArrayList<Part>();
        blocks(turn, turn.acceptable()).forEach(block -> {
            if (walls.stream().noneMatch(it -> stops(it, block))) {
                walls.add(part(search.wall(block)));
            }
        });
        return walls.stream().map(this::wall).toList();
    }

    private void seat(Given given, Place place) {
        var number = stock.number(stock.centre(place.centre()), stock.moment(place.moment()));
        seating.sit(number, seating.newcomer(range(given, number)));
        if (given.turn().isBooked()) {
            booked.set(stock.place(place));
        }
    }

    private Wish range(Given given, int number) {
        var wish = given.turn().wish(given.tier());
        var centre = stock.centreOf(number);
        var moment = stock.momentOf(number);
        if (given.turn().persons() == 1) {
            return given.byPrecedence() ? wish.within(centre, stock.weeks().week(moment)) : wish;
        }
        return given.turn().isBooked()
                ? stock.only(number)
                : wish.within(centre, stock.weeks().day(moment));
    }

    /** For each block that might be given, where each person would have to sit. */
    private Stream<List<Wish>> blocks(Turn turn, Wish wish) {
        var persons = turn.persons();
        if (persons == 1) {
            return Stream.of(List.of(wish));
        }
        return switch (turn.together()) {
            case SIMULTANEOUS ->
                Arrays.stream(ClassSet.all(stock).in(wish))
                        .mapToObj(it -> Collections.nCopies(persons, stock.only(it)));
            case ADJACENT ->
                IntStream.range(0, stock.places().size())
                        .mapToObj(it -> stock.chain(it, persons))
                        .filter(it -> it.size() == persons && it.stream().allMatch(place -> isOpen(place, wish)))
                        .map(it -> it.stream()
                                .map(place -> stock.only(stock.classOf(place)))
                                .toList());
            case SAME_DAY ->
                stock.weeks().days().stream()
                        .flatMap(day -> Arrays.stream(wish.centres).mapToObj(it -> wish.within(it, day)))
                        .filter(ClassSet.all(stock)::intersects)
                        .map(it -> Collections.nCopies(persons, it));
        };
    }

    private boolean isOpen(int place, Wish wish) {
        return !booked.get(place) && stock.suits(wish, place);
    }

    private Part part(ClassSet classes) {
        var others = ClassSet.all(stock);
        Arrays.stream(classes.numbers()).forEach(others::remove);
        var places = Arrays.stream(classes.numbers()).map(stock::capacity).sum();
        var held = Arrays.stream(classes.numbers())
                .flatMap(it -> IntStream.range(0, seating.taken(it)).map(i -> seating.chair(it, i)))
                .filter(chair -> seating.first(chair, others) == ClassSet.NONE)
                .count();
        return new Part(classes, others, places, Math.toIntExact(held));
    }

    private boolean stops(Part wall, List<Wish> block) {
        return block.stream().filter(it -> !wall.others.intersects(it)).count() > wall.places - wall.held;
    }

    private Wall wall(Part part) {
        var areas = IntStream.range(0, stock.centres().size())
                .mapToObj(centre -> new Wish(
                        new int[] {centre},
                        Times.of(stock.moments().size(), it -> part.classes.has(stock.number(centre, it)))))
                .filter(it -> !it.times.isEmpty())
                .toList();
        return new Wall(areas, part.places, part.held);
    }
}
