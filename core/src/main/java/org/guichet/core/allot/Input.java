package org.guichet.core.allot;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.guichet.core.ledger.Hash;
import org.guichet.core.text.FormatException;

/**
 * All that a run knows. What was told to anybody before is not in it: those places are not free, those requests do not
 * wait.
 *
 * @param line the waiting requests in the order that the ordinary class gives them: by cohort and drawn position
 */
public record Input(Stock stock, Quotas quotas, List<Turn> line) {
    /** The first line of the canonical text. */
    public static final String TYPE = "guichet.org/allotment-input@v1";

    public Input {
        line = List.copyOf(line);
        // Sorted, since a set would need a third as much memory again as the line.
        var labels = line.stream().map(Turn::label).sorted().toArray(String[]::new);
        if (IntStream.range(1, labels.length).anyMatch(it -> labels[it].equals(labels[it - 1]))) {
            throw new IllegalArgumentException("A request stands in a line once");
        }
    }

    /** The canonical text (docs/spec/allotment.md), line after line. */
    public void tell(Consumer<String> lines) {
        lines.accept(TYPE);
        lines.accept("places " + stock.places().size());
        stock.places()
                .forEach(it -> lines.accept("place " + it.id() + " " + it.centre() + " " + it.counter() + " "
                        + it.start() + " " + it.end() + " " + it.day()));
        quotas.tell(lines);
        lines.accept("requests " + line.size());
        line.forEach(it -> lines.accept("request " + it.label() + " " + it.persons() + " "
                + it.together().name().toLowerCase(Locale.ROOT) + " " + it.precedence() + " " + it.preferred() + " "
                + it.acceptable()));
    }

    /** Reads the canonical text. */
    public static Input parse(String text) throws FormatException {
        return RunReader.input(Lines.of(text));
    }

    /** Reads the lines of the canonical text, one after the other. */
    public static Input parse(Iterator<String> lines) throws FormatException {
        return RunReader.input(lines);
    }

    public String text() {
        return Lines.text(this::tell);
    }

    /** Of the canonical text. */
    public Hash hash() {
        return Lines.hash(this::tell);
    }
}
