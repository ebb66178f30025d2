package org.guichet.core.allot.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.guichet.core.allot.Given;
import org.guichet.core.allot.Input;
import org.guichet.core.allot.Outcome;
import org.guichet.core.allot.Place;
import org.guichet.core.allot.Turn;

/** Whether an outcome is one that its input allows; not whether it is the one that the order demands. */
public final class OutcomeCheck {
    private final Input input;
    private final Set<Place> free;
    private final Map<String, Integer> byPrecedence = new HashMap<>();
    private final List<Turn> line;
    private int next;

    private OutcomeCheck(Input input) {
        this.input = input;
        free = new HashSet<>(input.stock().places());
        line = input.line();
    }

    /** What is wrong with an outcome, if anything is. */
    public static Optional<String> fault(Input input, Outcome outcome) {
        var check = new OutcomeCheck(input);
        return outcome.given().stream()
                .flatMap(it -> check.fault(it).stream().map(why -> it.label() + ": " + why))
                .findFirst();
    }

    private Optional<String> fault(Given given) {
        while (next < line.size() && !line.get(next).equals(given.turn())) {
            next++;
        }
        if (next == line.size()) {
            return Optional.of("it does not stand in the line, or not there");
        }
        // Whoever comes next in the outcome stands behind: nobody is served twice.
        next++;
        var wish = given.turn().wish(given.tier());
        if (!given.places().stream().allMatch(free::remove)) {
            return Optional.of("a place was not free");
        }
        if (!given.places().stream().allMatch(it -> input.stock().suits(wish, it))) {
            return Optional.of("a place is not of the tier");
        }
        if (!Spots.isBlock(given.turn(), given.places())) {
            return Optional.of("the places do not lie together, or are not as many as the persons");
        }
        return given.byPrecedence() ? shareFault(given) : Optional.empty();
    }

    private Optional<String> shareFault(Given given) {
        var first = given.places().getFirst();
        var taken = byPrecedence.merge(Spots.week(first), given.places().size(), Integer::sum);
        if (given.turn().precedence() == 0) {
            return Optional.of("the ordinary class has no precedence");
        }
        return taken <= input.quotas().of(first.centre(), Spots.monday(first))
                ? Optional.empty()
                : Optional.of("more than the share of " + Spots.week(first) + " is taken");
    }
}
