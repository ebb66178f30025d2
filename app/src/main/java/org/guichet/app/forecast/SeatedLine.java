package org.guichet.app.forecast;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.guichet.app.draw.Ranks;
import org.guichet.app.registration.Wishes;
import org.guichet.core.planning.Seating;

/** Who waits, first to last, each seated in the earliest planned places that suit. */
final class SeatedLine {
    private final Planned planned;
    private final Seating seating;
    private final Map<Wishes, int[]> kinds = new HashMap<>();
    private final Queue line = new Queue();
    private final Queue apart = new Queue();

    SeatedLine(Planned planned) {
        this.planned = planned;
        this.seating = new Seating(planned.byKind());
    }

    /** The next in line, by cohort and position. */
    record Next(int cohort, int position, int persons, boolean joined, Wishes wishes) {}

    void add(Next next) {
        var suit = kinds.computeIfAbsent(next.wishes, planned::kinds);
        // Who joined another request takes no place, and is told what anybody there would be told.
        var turn = next.joined ? seating.next(suit, next.persons) : seating.seat(suit, next.persons);
        (next.joined ? apart : line).add(next.cohort, next.position, mark(next.wishes), turn);
    }

    /** How many requests are before this rank. */
    int ahead(Ranks.Rank rank) {
        return line.ahead(rank.cohort(), rank.position());
    }

    /** When its turn is; empty where it was not there yet, or wished something else, when the line was read. */
    Optional<Float> turn(Ranks.Rank rank, Wishes wishes) {
        var mark = mark(wishes);
        return line.turn(rank.cohort(), rank.position(), mark)
                .or(() -> apart.turn(rank.cohort(), rank.position(), mark));
    }

    /** How many of the planned places that suit are before this turn: those before take them. */
    long before(float turn, Wishes wishes) {
        return seating.before(planned.kinds(wishes), turn);
    }

    // Days that are impossible are no kind of places.
    private static short mark(Wishes wishes) {
        return (short) Objects.hash(wishes.centres(), wishes.moments());
    }
}
