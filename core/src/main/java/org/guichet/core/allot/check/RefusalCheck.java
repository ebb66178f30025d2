package org.guichet.core.allot.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.guichet.core.allot.Given;
import org.guichet.core.allot.Input;
import org.guichet.core.allot.Outcome;
import org.guichet.core.allot.Place;
import org.guichet.core.allot.Refusal;
import org.guichet.core.allot.Turn;
import org.guichet.core.allot.Wall;

/**
 * Whether a refusal is true. A wall is some places of which so many are held by persons ranked before who could be
 * moved nowhere else; a block that needs more than what is left there could not be given (Hall's theorem).
 */
public final class RefusalCheck {
    /** A wall in terms of places. */
    private record Places(Set<Place> places, long left) {}

    private final Refusal refusal;
    private final Input input;
    private final Outcome outcome;
    private final Spots spots;

    private RefusalCheck(Refusal refusal, Input input, Outcome outcome) {
        this.refusal = refusal;
        this.input = input;
        this.outcome = outcome;
        spots = new Spots(input.stock());
    }

    /** What is wrong with a refusal, if anything is. */
    public static Optional<String> fault(Refusal refusal, Input input, Outcome outcome) {
        return new RefusalCheck(refusal, input, outcome).fault();
    }

    private Optional<String> fault() {
        if (!refusal.input().equals(input.hash()) || !refusal.outcome().equals(outcome.hash())) {
            return Optional.of("it speaks of another run");
        }
        var labels = input.line().stream().map(Turn::label).toList();
        var index = labels.indexOf(refusal.label());
        if (index < 0 || outcome.given().stream().anyMatch(it -> it.label().equals(refusal.label()))) {
            return Optional.of("the request does not stand in the line, or was served");
        }
        var before = outcome.given().stream()
                .filter(it -> it.byPrecedence() || labels.indexOf(it.label()) < index)
                .toList();
        var walls = new ArrayList<Places>();
        for (var wall : refusal.walls()) {
            var places = places(wall);
            var held = before.stream().mapToLong(it -> held(it, places)).sum();
            if (places.size() != wall.places() || held != wall.held()) {
                return Optional.of("a wall has %d places, and %d are held".formatted(places.size(), held));
            }
            walls.add(new Places(places, places.size() - held));
        }
        return stopsAll(input.line().get(index), walls, before)
                ? Optional.empty()
                : Optional.of("a block that the request accepts is stopped by no wall");
    }

    private Set<Place> places(Wall wall) {
        return wall.areas().stream().flatMap(it -> spots.suitable(it).stream()).collect(Collectors.toSet());
    }

    /** How many places of a wall somebody holds who can be moved nowhere else. */
    private long held(Given given, Set<Place> wall) {
        return given.places().stream()
                .filter(it -> wall.containsAll(spots.range(given, it)))
                .count();
    }

    private boolean stopsAll(Turn turn, List<Places> walls, List<Given> before) {
        var booked = new HashSet<Place>();
        before.stream().filter(it -> Spots.isBooked(it.turn())).forEach(it -> booked.addAll(it.places()));
        return spots.blocks(turn, turn.acceptable(), booked)
                .allMatch(block -> walls.stream()
                        .anyMatch(wall ->
                                block.stream().filter(wall.places::containsAll).count() > wall.left));
    }
}
