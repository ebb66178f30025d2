package org.guichet.app.choosing;

import java.time.Instant;
import java.util.List;
import org.guichet.app.appointment.Line;
import org.guichet.app.catalogue.Place;
import org.guichet.app.catalogue.Vacancies;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Limits;
import org.guichet.app.registration.RequestId;
import org.springframework.stereotype.Component;

/**
 * Rule 18, as the database stands at a moment: places are chosen where some are free, a draw and a run were held
 * before, and nobody who waits would take one of them.
 */
@Component
public final class Regimes {
    private final Line line;
    private final Vacancies vacancies;
    private final RegimeChanges changes;
    private final Holds holds;

    Regimes(Line line, Vacancies vacancies, RegimeChanges changes, Holds holds) {
        this.line = line;
        this.vacancies = vacancies;
        this.holds = holds;
        this.changes = changes;
    }

    /** The regime, and under direct choice the places that can be chosen. */
    record Now(Regime regime, List<Place> free) {
        static final Now DRAW = new Now(Regime.DRAW, List.of());

        boolean isChoice() {
            return regime == Regime.CHOICE;
        }
    }

    /** Without the places: as cheap for a full line as for an empty one. */
    public Regime at(AuthorityId authority, String pool, Instant now) {
        if (!line.wasServed(authority, pool)) {
            return Regime.DRAW;
        }
        var waiting = waiting(authority, pool, now);
        if (waiting.isEmpty()) {
            return vacancies.isAnyFree(authority, pool, now.plus(Limits.CHOICE_LEAD), now)
                    ? Regime.CHOICE
                    : Regime.DRAW;
        }
        return among(authority, pool, waiting, now).regime();
    }

    /** Whether nothing begins there and then that is free: as cheap for a thousand places as for one. */
    boolean isTaken(AuthorityId authority, String pool, Wanted wanted, Instant now) {
        return !vacancies.isAnyFreeAt(authority, pool, wanted.centre(), wanted.start(), now);
    }

    /** What is published of it, newest first. */
    public List<RegimeChanges.Change> changes(AuthorityId authority, String pool, int most) {
        return changes.newest(authority, pool, most);
    }

    /** Decides by it, and writes a change down. The lock of the pool is held. */
    Now decide(AuthorityId authority, String pool, Instant now) {
        var state = of(authority, pool, now);
        changes.note(authority, pool, state.regime(), now);
        return state;
    }

    Now of(AuthorityId authority, String pool, Instant now) {
        return line.wasServed(authority, pool) ? among(authority, pool, waiting(authority, pool, now), now) : Now.DRAW;
    }

    // Whoever sent two forms at the same moment stands in the line by the one and keeps a place by the other: that is
    // nobody who waits, and choosing goes on for the others.
    private List<RequestId> waiting(AuthorityId authority, String pool, Instant now) {
        var waiting = line.waiting(authority, pool, now);
        // Not all were read: whoever was not may want a place.
        if (waiting.size() > Limits.LINE_READ_MAX) {
            return waiting;
        }
        var keeping = holds.keeping(authority, waiting, now);
        return waiting.stream().filter(it -> !keeping.contains(it)).toList();
    }

    // A long line is seen before any place is read: that is how it is where places are scarce.
    private Now among(AuthorityId authority, String pool, List<RequestId> waiting, Instant now) {
        if (waiting.size() > Limits.LINE_READ_MAX) {
            return Now.DRAW;
        }
        var free = vacancies.free(authority, pool, now.plus(Limits.CHOICE_LEAD), now);
        return free.isEmpty() || line.wants(authority, pool, waiting, offered(free, now), now)
                ? Now.DRAW
                : new Now(Regime.CHOICE, List.copyOf(free));
    }

    // What is too near to be offered to anybody is better chosen than left.
    private static List<Place> offered(List<Place> free, Instant now) {
        return free.stream()
                .filter(it -> it.startsAt().isAfter(now.plus(Limits.FREED_LEAD)))
                .toList();
    }
}
