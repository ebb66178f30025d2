package org.guichet.core.allot;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The one spelling of a set of numbers: ascending, those that follow one another as a range, such as {@code 0-3,7}. */
final class Numbers {
    /** The spelling of the empty set. */
    static final String NONE = "-";

    private Numbers() {}

    /** Writes numbers that come ascending and each once. */
    static String ranges(IntStream ascending) {
        var numbers = ascending.toArray();
        var text = IntStream.range(0, numbers.length)
                .filter(i -> i == 0 || numbers[i - 1] + 1 != numbers[i])
                .mapToObj(first -> range(numbers, first))
                .collect(Collectors.joining(","));
        return text.isEmpty() ? NONE : text;
    }

    private static String range(int[] numbers, int first) {
        var last = first;
        while (last + 1 < numbers.length && numbers[last + 1] == numbers[last] + 1) {
            last++;
        }
        return last == first ? String.valueOf(numbers[first]) : numbers[first] + "-" + numbers[last];
    }
}
