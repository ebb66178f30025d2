package org.guichet.core.allot;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.guichet.core.ledger.Hash;
import org.guichet.core.text.FormatException;

/**
 * All that a run knows. What was told to anybody before is not in it: those places are not free, those requests do not
 * wait.
 *
 * @param line the waiting requests in the order that the ordinary class gives them: by cohort and drawn position
 */
public record Input(Stock stock, Quotas quotas, List<Turn> line) {
    static final String TYPE = "guichet.org/allotment-input@v1";

    public Input {
        line = List.copyOf(line);
        var labels = new HashSet<String>(2 * line.size());
        if (!line.stream().allMatch(it -> labels.add(it.label()))) {
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
        return RunReader.input(text);
    }

    public String text() {
        return Lines.text(this::tell);
    }

    /** Of the canonical text. */
    public Hash hash() {
        return Lines.hash(this::tell);
    }
}
