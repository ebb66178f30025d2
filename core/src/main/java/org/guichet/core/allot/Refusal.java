package org.guichet.core.allot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.guichet.core.ledger.Hash;
import org.guichet.core.text.Canonical;
import org.guichet.core.text.Fields;
import org.guichet.core.text.FormatException;

/**
 * Why a request got nothing, so that anybody who has the input and the outcome of the run can check it without running
 * anything: every block that it accepts takes more places of some wall than are left there, or a place that was booked
 * before.
 */
public record Refusal(Hash input, Hash outcome, String label, List<Wall> walls) {
    private static final String TYPE = "guichet.org/refusal@v1";

    public Refusal {
        walls = List.copyOf(walls);
    }

    /** The canonical text (docs/spec/allotment.md). */
    public String text() {
        return Lines.text(this::tell);
    }

    /** Reads the canonical text of a refusal in a run with this stock. */
    public static Refusal parse(String text, Stock stock) throws FormatException {
        var fields = new Fields(text);
        if (!fields.line().equals(TYPE)) {
            throw new FormatException("this is not a refusal");
        }
        var input = Hash.of(fields.hex("input", Hash.HEX_DIGITS));
        var outcome = Hash.of(fields.hex("outcome", Hash.HEX_DIGITS));
        var label = fields.value("request");
        var walls = new ArrayList<Wall>();
        for (var left = fields.number("walls"); left > 0; left--) {
            walls.add(wall(fields.value("wall"), stock));
        }
        fields.end();
        return new Refusal(input, outcome, label, walls);
    }

    private void tell(Consumer<String> lines) {
        lines.accept(TYPE);
        lines.accept("input " + input.hex());
        lines.accept("outcome " + outcome.hex());
        lines.accept("request " + label);
        lines.accept("walls " + walls.size());
        walls.forEach(it -> lines.accept("wall " + it.places() + " " + it.held()
                + it.areas().stream().map(area -> " " + area).collect(Collectors.joining())));
    }

    private static Wall wall(String text, Stock stock) throws FormatException {
        var words = text.split(" ", 3);
        if (words.length < 2) {
            throw new FormatException("a wall has places, and so many are held");
        }
        return new Wall(
                words.length > 2 ? Numbers.readWishes(words[2], stock) : List.of(),
                (int) Canonical.number(words[0], Integer.MAX_VALUE),
                (int) Canonical.number(words[1], Integer.MAX_VALUE));
    }
}
