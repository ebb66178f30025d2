package org.guichet.core.allot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a run must give by the definition of docs/spec/allotment.md, by brute force: at each turn the options are tried
 * one after the other, and one is possible if everybody served so far can still be seated. It shares nothing with the
 * search but the words of the input.
 */
final class Definition {
    /** What a run decides on a request; where single persons sit meanwhile does not matter. */
    record Decision(Tier tier, boolean byPrecedence, String block) {}

    /** A block in which a request could be served: for each person the places among which it may sit. */
    private record Option(String block, List<Set<Place>> ranges, boolean isBooked) {}

    private final SmallWorld world;
    private final List<Set<Place>> seated = new ArrayList<>();
    private final Set<Place> booked = new HashSet<>();
    private final Map<String, Integer> share = new HashMap<>();
    private final Map<String, Decision> decisions = new LinkedHashMap<>();

    private Definition(SmallWorld world) {
        this.world = world;
    }

    static Map<String, Decision> of(SmallWorld world) {
        var definition = new Definition(world);
        world.line().stream()
                .filter(it -> it.precedence() > 0)
                .sorted((one, other) -> other.precedence() - one.precedence())
                .forEach(it -> definition.decide(it, true));
        world.line().stream()
                .filter(it -> !definition.decisions.containsKey(it.label()))
                .toList()
                .forEach(it -> definition.decide(it, false));
        return definition.decisions;
    }

    /** What a run decided, in the same words. */
    static Map<String, Decision> of(Outcome outcome) {
        return outcome.given().stream()
                .collect(Collectors.toMap(Given::label, it -> new Decision(it.tier(), it.byPrecedence(), block(it))));
    }

    private static String block(Given given) {
        var first = given.places().getFirst();
        if (given.turn().persons() == 1) {
            return given.byPrecedence() ? week(first) : "";
        }
        return switch (given.turn().together()) {
            case SIMULTANEOUS, ADJACENT -> given.places().toString();
            case SAME_DAY -> day(first);
        };
    }

    private void decide(Turn turn, boolean byPrecedence) {
        for (var tier : Tier.values()) {
            for (var option : options(turn, turn.wish(tier), byPrecedence)) {
                var week = week(option.ranges.getFirst().iterator().next());
                if (byPrecedence && quota(week) < share.getOrDefault(week, 0) + turn.persons()) {
                    continue;
                }
                if (canSeat(option)) {
                    seated.addAll(option.ranges);
                    if (option.isBooked) {
                        option.ranges.forEach(booked::addAll);
                    }
                    if (byPrecedence) {
                        share.merge(week, turn.persons(), Integer::sum);
                    }
                    decisions.put(turn.label(), new Decision(tier, byPrecedence, option.block));
                    return;
                }
            }
        }
    }

    private List<Option> options(Turn turn, Wish wish, boolean byPrecedence) {
        var suitable = world.stock().places().stream()
                .filter(it -> world.stock().suits(wish, it))
                .toList();
        if (turn.persons() == 1) {
            return parts(suitable, byPrecedence ? Definition::week : _ -> "").entrySet().stream()
                    .map(it -> new Option(it.getKey(), List.of(Set.copyOf(it.getValue())), false))
                    .toList();
        }
        return switch (turn.together()) {
            case SIMULTANEOUS ->
                parts(suitable, it -> it.start() + it.centre()).values().stream()
                        .flatMap(it -> closest(it, turn.persons()))
                        .toList();
            case ADJACENT ->
                suitable.stream()
                        .flatMap(it -> chain(it, suitable, turn.persons()))
                        .toList();
            case SAME_DAY ->
                parts(suitable, Definition::day).entrySet().stream()
                        .map(it -> new Option(
                                it.getKey(),
                                IntStream.range(0, turn.persons())
                                        .mapToObj(_ -> Set.copyOf(it.getValue()))
                                        .toList(),
                                false))
                        .toList();
        };
    }

    private Stream<Option> closest(List<Place> same, int persons) {
        var open = same.stream().filter(it -> !booked.contains(it)).toList();
        return IntStream.rangeClosed(0, open.size() - persons)
                .mapToObj(it -> open.subList(it, it + persons))
                .min((one, other) -> Integer.compare(
                        one.getLast().counter() - one.getFirst().counter(),
                        other.getLast().counter() - other.getFirst().counter()))
                .map(Definition::booking)
                .stream();
    }

    private Stream<Option> chain(Place first, List<Place> suitable, int persons) {
        var chain = new ArrayList<>(List.of(first));
        for (var place : suitable) {
            if (chain.size() < persons && chain.getLast().isFollowedBy(place)) {
                chain.add(place);
            }
        }
        var isOpen = chain.size() == persons && chain.stream().noneMatch(booked::contains);
        return isOpen ? Stream.of(booking(chain)) : Stream.empty();
    }

    private static Option booking(List<Place> places) {
        return new Option(places.toString(), places.stream().map(Set::of).toList(), true);
    }

    /** By augmenting paths of the plainest kind (Kuhn 1955): each person in turn, from nothing. */
    private boolean canSeat(Option option) {
        var persons = new ArrayList<>(seated);
        persons.addAll(option.ranges);
        var holder = new HashMap<Place, Integer>();
        return IntStream.range(0, persons.size()).allMatch(it -> canSeat(it, persons, holder, new HashSet<>()));
    }

    private static boolean canSeat(int who, List<Set<Place>> ranges, Map<Place, Integer> holder, Set<Place> seen) {
        for (var place : ranges.get(who)) {
            if (seen.add(place)) {
                var other = holder.get(place);
                if (other == null || canSeat(other, ranges, holder, seen)) {
                    holder.put(place, who);
                    return true;
                }
            }
        }
        return false;
    }

    private int quota(String week) {
        var all = world.stock().places().stream()
                .filter(it -> week(it).equals(week))
                .count();
        return (int) all * world.percent() / 100;
    }

    private static Map<String, List<Place>> parts(List<Place> places, Function<Place, String> part) {
        return places.stream().collect(Collectors.groupingBy(part, TreeMap::new, Collectors.toList()));
    }

    private static String day(Place place) {
        return place.day() + " " + place.centre();
    }

    private static String week(Place place) {
        return Weeks.monday(place.day()) + " " + place.centre();
    }
}
