package org.guichet.core.allot;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
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
    // Places in the line by label: a map would need as much memory as half of the line.
    private final int[] byLabel;
    private final int[] served;

    public WhyNot(Input input, Outcome outcome) {
        this.input = input;
        this.outcome = outcome;
        inputHash = input.hash();
        outcomeHash = outcome.hash();
        byLabel = IntStream.range(0, input.line().size())
                .boxed()
                .sorted(Comparator.comparing(this::label))
                .mapToInt(Integer::intValue)
                .toArray();
        served = outcome.given().stream()
                .mapToInt(it -> index(it.label()).orElse(-1))
                .toArray();
    }

    /** Nothing if the request was served, or does not stand in the line. */
    public Optional<Refusal> refusal(String label) {
        var index = index(label);
        return index.isEmpty() || IntStream.of(served).anyMatch(it -> it == index.getAsInt())
                ? Optional.empty()
                : Optional.of(refusal(index.getAsInt()));
    }

    private Refusal refusal(int index) {
        List<Given> given = outcome.given();
        var before = IntStream.range(0, served.length)
                .filter(it -> given.get(it).byPrecedence() || (served[it] >= 0 && served[it] < index))
                .mapToObj(given::get)
                .toList();
        var turn = input.line().get(index);
        return new Refusal(inputHash, outcomeHash, turn.label(), new Hall(input.stock(), before).walls(turn));
    }

    private OptionalInt index(String label) {
        var low = 0;
        var high = byLabel.length - 1;
        while (low <= high) {
            var middle = (low + high) >>> 1;
            var compared = label(byLabel[middle]).compareTo(label);
            if (compared == 0) {
                return OptionalInt.of(byLabel[middle]);
            }
            if (compared < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return OptionalInt.empty();
    }

    private String label(int index) {
        return input.line().get(index).label();
    }
}
