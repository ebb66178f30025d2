package org.guichet.core.allot;

import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.guichet.core.ledger.Hash;
import org.guichet.core.text.FormatException;

/** What came out of a run: who got which places, in the order of the line. Who is not in it got none. */
public record Outcome(List<Given> given) {
    /** The first line of the canonical text. */
    public static final String TYPE = "guichet.org/allotment-outcome@v1";

    public Outcome {
        given = List.copyOf(given);
    }

    /** The canonical text (docs/spec/allotment.md), line after line. */
    public void tell(Consumer<String> lines) {
        lines.accept(TYPE);
        lines.accept("served " + given.size());
        given.forEach(it -> lines.accept("given " + it.label() + " "
                + it.tier().name().toLowerCase(Locale.ROOT) + " " + (it.byPrecedence() ? "share" : "line") + " "
                + it.places().stream().map(place -> String.valueOf(place.id())).collect(Collectors.joining(","))));
    }

    /** Reads the canonical text of the outcome of a run with this input. */
    public static Outcome parse(String text, Input input) throws FormatException {
        return RunReader.outcome(Lines.of(text), input);
    }

    /** Reads the lines of the canonical text, one after the other. */
    public static Outcome parse(Iterator<String> lines, Input input) throws FormatException {
        return RunReader.outcome(lines, input);
    }

    public String text() {
        return Lines.text(this::tell);
    }

    /** Of the canonical text. */
    public Hash hash() {
        return Lines.hash(this::tell);
    }
}
