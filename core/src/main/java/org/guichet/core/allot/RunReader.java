package org.guichet.core.allot;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guichet.core.text.Canonical;
import org.guichet.core.text.Fields;
import org.guichet.core.text.FormatException;
import org.jspecify.annotations.Nullable;

/** Reads the canonical texts of runs (docs/spec/allotment.md); whatever is not canonical is refused. */
final class RunReader {
    private final Fields fields;

    private RunReader(String text, String type) throws FormatException {
        fields = new Fields(text);
        if (!fields.line().equals(type)) {
            throw new FormatException("the first line is not " + type);
        }
    }

    static Input input(String text) throws FormatException {
        try {
            var input = new RunReader(text, Input.TYPE).input();
            if (!Lines.text(input::tell).equals(text)) {
                throw new FormatException("the input is not in its one order and spelling");
            }
            return input;
        } catch (IllegalArgumentException | DateTimeException impossible) {
            throw new FormatException("the input is none: " + impossible.getMessage());
        }
    }

    static Outcome outcome(String text, Input input) throws FormatException {
        var outcome = new RunReader(text, Outcome.TYPE).outcome(input);
        if (!Lines.text(outcome::tell).equals(text)) {
            throw new FormatException("the outcome is not in its one order and spelling");
        }
        return outcome;
    }

    private Input input() throws FormatException {
        var places = new ArrayList<Place>();
        for (var left = fields.number("places"); left > 0; left--) {
            places.add(place(words("place", 6)));
        }
        var stock = Stock.of(places);
        var quotas = new HashMap<List<String>, Integer>();
        for (var left = fields.number("quotas"); left > 0; left--) {
            var words = words("quota", 3);
            quotas.put(words.subList(0, 2), number(words.get(2)));
        }
        var line = new ArrayList<Turn>();
        for (var left = fields.number("requests"); left > 0; left--) {
            line.add(turn(words("request", 6), stock));
        }
        fields.end();
        return new Input(
                stock,
                Quotas.of(stock, (centre, monday) -> quotas.getOrDefault(List.of(centre, monday.toString()), 0)),
                line);
    }

    private Outcome outcome(Input input) throws FormatException {
        Map<String, Turn> turns = input.line().stream().collect(Collectors.toMap(Turn::label, Function.identity()));
        Map<Long, Place> places =
                input.stock().places().stream().collect(Collectors.toMap(Place::id, Function.identity()));
        var given = new ArrayList<Given>();
        for (var left = fields.number("served"); left > 0; left--) {
            var words = words("given", 4);
            var turn = known(turns.get(words.get(0)));
            var got = new ArrayList<Place>();
            for (var id : words.get(3).split(",", -1)) {
                got.add(known(places.get(Canonical.number(id, Canonical.NUMBER_MAX))));
            }
            given.add(new Given(
                    turn, one(Tier.values(), words.get(1)), words.get(2).equals("share"), got));
        }
        fields.end();
        return new Outcome(given);
    }

    private static Place place(List<String> words) throws FormatException {
        return new Place(
                Canonical.number(words.get(0), Canonical.NUMBER_MAX),
                words.get(1),
                number(words.get(2)),
                Canonical.instant(words.get(3)),
                Canonical.instant(words.get(4)),
                LocalDate.parse(words.get(5)));
    }

    private static Turn turn(List<String> words, Stock stock) throws FormatException {
        var wishes = Numbers.readWishes(words.get(4) + " " + words.get(5), stock);
        return new Turn(
                words.get(0),
                number(words.get(1)),
                one(Together.values(), words.get(2)),
                number(words.get(3)),
                wishes.getFirst(),
                wishes.getLast());
    }

    private List<String> words(String key, int count) throws FormatException {
        var words = List.of(fields.value(key).split(" ", -1));
        if (words.size() != count) {
            throw new FormatException("a line of the field " + key + " has not " + count + " words");
        }
        return words;
    }

    private static int number(String word) throws FormatException {
        return (int) Canonical.number(word, Integer.MAX_VALUE);
    }

    private static <E extends Enum<E>> E one(E[] all, String word) throws FormatException {
        return Arrays.stream(all)
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(word))
                .findAny()
                .orElseThrow(() -> new FormatException("nothing is called " + word));
    }

    private static <T> T known(@Nullable T found) throws FormatException {
        if (found == null) {
            throw new FormatException("the outcome names what is not in the input");
        }
        return found;
    }
}
