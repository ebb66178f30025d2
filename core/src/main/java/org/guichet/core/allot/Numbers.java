package org.guichet.core.allot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.guichet.core.text.Canonical;
import org.guichet.core.text.FormatException;

/** The one spelling of a set of numbers: ascending, those that follow one another as a range, such as {@code 0-3,7}. */
final class Numbers {
    /** The spelling of the empty set. */
    private static final String NONE = "-";

    private Numbers() {}

    /** Writes numbers that come ascending and each once. */
    static String write(int... ascending) {
        var text = new StringBuilder();
        for (var i = 0; i < ascending.length; i++) {
            var first = ascending[i];
            text.append(text.isEmpty() ? "" : ",").append(first);
            while (i + 1 < ascending.length && ascending[i + 1] == ascending[i] + 1) {
                i++;
            }
            if (ascending[i] > first) {
                text.append('-').append(ascending[i]);
            }
        }
        return text.isEmpty() ? NONE : text.toString();
    }

    /** Reads numbers below {@code end}, in their one spelling. */
    static int[] read(String text, int end) throws FormatException {
        if (text.equals(NONE)) {
            return new int[0];
        }
        var numbers = IntStream.builder();
        for (var range : text.split(",", -1)) {
            var ends = new ArrayList<Integer>();
            for (var number : range.split("-", -1)) {
                ends.add((int) Canonical.number(number, end - 1L));
            }
            IntStream.rangeClosed(ends.getFirst(), ends.getLast()).forEach(numbers);
        }
        var read = numbers.build().toArray();
        if (!write(read).equals(text)) {
            throw new FormatException("numbers are not written in ascending ranges such as 0-3,7");
        }
        return read;
    }

    /** Reads wishes with spaces between them. */
    static List<Wish> readWishes(String text, Stock stock) throws FormatException {
        var wishes = new ArrayList<Wish>();
        for (var word : text.split(" ", -1)) {
            wishes.add(readWish(word, stock));
        }
        return wishes;
    }

    static Wish readWish(String word, Stock stock) throws FormatException {
        var parts = word.split(":", -1);
        if (parts.length != 2) {
            throw new FormatException("a wish is not written as centres and moments");
        }
        var moments = stock.moments().size();
        return new Wish(read(parts[0], stock.centres().size()), Times.only(moments, read(parts[1], moments)));
    }
}
