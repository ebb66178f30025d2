package org.guichet.core.allot;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guichet.core.ledger.Hasher;
import org.guichet.core.text.Canonical;
import org.guichet.core.text.FormatException;
import org.jspecify.annotations.Nullable;

/** Reads the canonical texts of runs (docs/spec/allotment.md); whatever is not canonical is refused. */
final class RunReader {
    private final Iterator<String> lines;
    private final Hasher read = new Hasher();
    // People wish alike: as many objects as there are different wishes.
    private final Map<String, Wish> wishes = new HashMap<>();

    private RunReader(Iterator<String> lines, String type) throws FormatException {
        this.lines = lines;
        if (!line().equals(type)) {
            throw new FormatException("the first line is not " + type);
        }
    }

    static Input input(Iterator<String> lines) throws FormatException {
        try {
            var reader = new RunReader(lines, Input.TYPE);
            var input = reader.input();
            if (!input.hash().equals(reader.read.hash())) {
                throw new FormatException("the input is not in its one order and spelling");
            }
            return input;
        } catch (IllegalArgumentException | DateTimeException impossible) {
            throw new FormatException("the input is none: " + impossible.getMessage());
        }
    }

    static Outcome outcome(Iterator<String> lines, Input input) throws FormatException {
        var reader = new RunReader(lines, Outcome.TYPE);
        var outcome = reader.outcome(input);
        if (!outcome.hash().equals(reader.read.hash())) {
            throw new FormatException("the outcome is not in its one order and spelling");
        }
        return outcome;
    }

    private Input input() throws FormatException {
        var places = new ArrayList<Place>();
        for (var left = count("places"); left > 0; left--) {
            places.add(place(words("place", 6)));
        }
        var stock = Stock.of(places);
        var quotas = new HashMap<List<String>, Integer>();
        for (var left = count("quotas"); left > 0; left--) {
            var words = words("quota", 3);
            quotas.put(words.subList(0, 2), number(words.get(2)));
        }
        var line = new ArrayList<Turn>();
        for (var left = count("requests"); left > 0; left--) {
            line.add(turn(words("request", 6), stock));
        }
        end();
        return new Input(
                stock,
                Quotas.of(stock, (centre, monday) -> quotas.getOrDefault(List.of(centre, monday.toString()), 0)),
                line);
    }

    private Outcome outcome(Input input) throws FormatException {
        var lines = new ArrayList<List<String>>();
        for (var left = count("served"); left > 0; left--) {
            lines.add(words("given", 4));
        }
        end();
        // Only of those who were served: of the whole line they are few.
        var labels = lines.stream().map(List::getFirst).collect(Collectors.toSet());
        Map<String, Turn> turns = input.line().stream()
                .filter(it -> labels.contains(it.label()))
                .collect(Collectors.toMap(Turn::label, Function.identity()));
        Map<Long, Place> places =
                input.stock().places().stream().collect(Collectors.toMap(Place::id, Function.identity()));
        var given = new ArrayList<Given>();
        for (var words : lines) {
            var got = new ArrayList<Place>();
            for (var id : words.get(3).split(",", -1)) {
                got.add(known(places.get(Canonical.number(id, Canonical.NUMBER_MAX))));
            }
            given.add(new Given(
                    known(turns.get(words.getFirst())),
                    one(Tier.values(), words.get(1)),
                    words.get(2).equals("share"),
                    got));
        }
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

    private Turn turn(List<String> words, Stock stock) throws FormatException {
        return new Turn(
                words.get(0),
                number(words.get(1)),
                one(Together.values(), words.get(2)),
                number(words.get(3)),
                wish(words.get(4), stock),
                wish(words.get(5), stock));
    }

    private Wish wish(String word, Stock stock) throws FormatException {
        var known = wishes.get(word);
        if (known != null) {
            return known;
        }
        var wish = Numbers.readWish(word, stock);
        wishes.put(word, wish);
        return wish;
    }

    private String line() throws FormatException {
        if (!lines.hasNext()) {
            throw new FormatException("a line is missing");
        }
        var line = lines.next();
        read.addLine(line);
        return line;
    }

    private String value(String key) throws FormatException {
        var line = line();
        if (!line.startsWith(key + " ")) {
            throw new FormatException("the line of the field " + key + " is missing or not in its place");
        }
        return line.substring(key.length() + 1);
    }

    private long count(String key) throws FormatException {
        return Canonical.number(value(key), Canonical.NUMBER_MAX);
    }

    private void end() throws FormatException {
        if (lines.hasNext()) {
            throw new FormatException("there is more after the last line");
        }
    }

    private List<String> words(String key, int count) throws FormatException {
        var words = List.of(value(key).split(" ", -1));
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
