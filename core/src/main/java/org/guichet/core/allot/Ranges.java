package org.guichet.core.allot;

import java.util.Arrays;

/** The ranges of all sitters, copied next to each other: a search reads millions of them, one here and one there. */
final class Ranges {
    private final int words;
    private long[] times = new long[1024];
    private int[] centres = new int[1024];
    // Where the centres of each sitter begin; one more than there are sitters.
    private int[] begin = new int[1024];
    private int size;

    Ranges(Stock stock) {
        words = stock.words();
    }

    int size() {
        return size;
    }

    void add(Wish range) {
        var end = begin[size] + range.centres.length;
        times = reach(times, (size + 1) * words);
        centres = reach(centres, end);
        begin = reach(begin, size + 2);
        System.arraycopy(range.times.words, 0, times, size * words, words);
        System.arraycopy(range.centres, 0, centres, begin[size], range.centres.length);
        size++;
        begin[size] = end;
    }

    /** Forgets all but the first so many. */
    void shrink(int sitters) {
        size = sitters;
    }

    /** The first of these classes that is in somebody's range, or {@link ClassSet#NONE}. */
    int first(int sitter, ClassSet classes) {
        return classes.first(centres, begin[sitter], begin[sitter + 1], times, sitter * words);
    }

    private static long[] reach(long[] array, int length) {
        return length <= array.length ? array : Arrays.copyOf(array, Math.max(length, 2 * array.length));
    }

    private static int[] reach(int[] array, int length) {
        return length <= array.length ? array : Arrays.copyOf(array, Math.max(length, 2 * array.length));
    }
}
