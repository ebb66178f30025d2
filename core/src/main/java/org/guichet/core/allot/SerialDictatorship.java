package org.guichet.core.allot;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Rules 11 to 13 in their plainest form: in the order of ranks each request takes the earliest places it prefers, else
 * the earliest it accepts, all of them or none. Nobody gains by saying anything but the truth, nobody is passed over,
 * and no place stays free that a later request accepts. The same input gives the same result on every machine.
 */
public final class SerialDictatorship {
    private static final Comparator<List<Place>> CLOSEST_COUNTERS = Comparator.<List<Place>>comparingInt(
                    block -> block.getLast().counter() - block.getFirst().counter())
            .thenComparingInt(block -> block.getFirst().counter());

    private final Stock stock;
    private final BitSet free = new BitSet();

    private SerialDictatorship(Stock stock) {
        this.stock = stock;
        free.set(0, stock.places().size());
    }

    /** Who gets what in the order of the line; it knows of no precedence. */
    public static Outcome allot(Stock stock, List<Turn> line) {
        var run = new SerialDictatorship(stock);
        return new Outcome(
                line.stream().flatMap(turn -> run.take(turn).stream()).toList());
    }

    /** The places that a request gets where it is the only one; empty where it finds none that suit, or too few. */
    public static Optional<List<Place>> alone(Stock stock, Turn turn) {
        return new SerialDictatorship(stock).take(turn).map(Given::places);
    }

    private Optional<Given> take(Turn turn) {
        return Stream.of(Tier.values())
                .flatMap(tier -> take(turn, tier).stream())
                .findFirst();
    }

    private Optional<Given> take(Turn turn, Tier tier) {
        var block = earliest(turn, turn.wish(tier));
        block.ifPresent(places -> places.forEach(it -> free.clear(stock.place(it))));
        return block.map(it -> new Given(turn, tier, false, it));
    }

    private Optional<List<Place>> earliest(Turn turn, Wish wish) {
        var suitable = free.stream().filter(it -> stock.suits(wish, it)).mapToObj(stock.places()::get);
        if (turn.persons() == 1) {
            return suitable.findFirst().map(List::of);
        }
        return blockOf(turn, suitable.toList());
    }

    private static Optional<List<Place>> blockOf(Turn turn, List<Place> suitable) {
        return switch (turn.together()) {
            case SIMULTANEOUS -> simultaneous(suitable, turn.persons());
            case ADJACENT -> adjacent(suitable, turn.persons());
            case SAME_DAY -> sameDay(suitable, turn.persons());
        };
    }

    /** The earliest time with enough counters in one centre; of those, the counters that are closest together. */
    private static Optional<List<Place>> simultaneous(List<Place> suitable, int persons) {
        return blocks(suitable, place -> place.start() + " " + place.centre()).stream()
                .flatMap(same -> closest(same, persons).stream())
                .findFirst();
    }

    private static Optional<List<Place>> closest(List<Place> same, int persons) {
        var blocks = new ArrayList<List<Place>>();
        for (int first = 0; first + persons <= same.size(); first++) {
            blocks.add(same.subList(first, first + persons));
        }
        return blocks.stream().min(CLOSEST_COUNTERS).map(List::copyOf);
    }

    /** The earliest spans that follow one another at one counter. */
    private static Optional<List<Place>> adjacent(List<Place> suitable, int persons) {
        return suitable.stream()
                .flatMap(first -> chain(first, suitable, persons).stream())
                .findFirst();
    }

    private static Optional<List<Place>> chain(Place first, List<Place> suitable, int persons) {
        var chain = new ArrayList<Place>(List.of(first));
        for (var place : suitable) {
            if (chain.size() < persons && chain.getLast().isFollowedBy(place)) {
                chain.add(place);
            }
        }
        return chain.size() == persons ? Optional.of(List.copyOf(chain)) : Optional.empty();
    }

    /** The earliest places of the earliest day on which one centre has enough of them. */
    private static Optional<List<Place>> sameDay(List<Place> suitable, int persons) {
        return blocks(suitable, place -> place.day() + " " + place.centre()).stream()
                .filter(day -> day.size() >= persons)
                .findFirst()
                .map(day -> List.copyOf(day.subList(0, persons)));
    }

    /** Places that share something; the blocks and the places in them keep the order of time. */
    private static List<List<Place>> blocks(List<Place> places, Function<Place, String> shared) {
        var blocks = new LinkedHashMap<String, List<Place>>();
        for (var place : places) {
            blocks.computeIfAbsent(shared.apply(place), _ -> new ArrayList<>()).add(place);
        }
        return List.copyOf(blocks.values());
    }
}
