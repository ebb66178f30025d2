package org.guichet.core.allot;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.guichet.core.ledger.Hash;

/**
 * Explains refusals from the result of a run. Whoever was seated before the refused one is still within the range it
 * had then; so seating these alone again shows what the refused one met.
 */
public final class WhyNot {
    private final Input input;
    private final Outcome outcome;
    private final Hash inputHash;
    private final Hash outcomeHash;
    private final Map<String, Integer> indexOf = new HashMap<>();

    public WhyNot(Input input, Outcome outcome) {
        this.input = input;
        this.outcome = outcome;
        inputHash = input.hash();
        outcomeHash = outcome.hash();
        for (var i = 0; i < input.line().size(); i++) {
            indexOf.put(input.line().get(i).label(), i);
        }
    }

    /** Nothing if the request was served, or does not stand in the line. */
    public Optional<Refusal> refusal(String label) {
        var isServed = outcome.given().stream().anyMatch(it -> it.label().equals(label));
        return isServed
                ? Optional.empty()
                : Optional.ofNullable(indexOf.get(label)).map(this::refusal);
    }

    private Refusal refusal(int index) {
        var before = outcome.given().stream()
                .filter(it -> it.byPrecedence() || indexOf.getOrDefault(it.label(), index) < index)
                .toList();
        var turn = input.line().get(index);
        return new Refusal(inputHash, outcomeHash, turn.label(), new Hall(input.stock(), before).walls(turn));
    }
}
