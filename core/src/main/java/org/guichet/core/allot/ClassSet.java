package org.guichet.core.allot;

import java.util.Arrays;

/** Some of the classes of a stock, one bit each, so that many are compared with a wish at once. */
final class ClassSet {
    /** The number of no class. */
    static final int NONE = -1;

    private final int words;
    private final long[] bits;

    ClassSet(Stock stock) {
        words = stock.words();
        bits = new long[stock.classes() / Long.SIZE];
    }

    /** Every class that has places. */
    static ClassSet all(Stock stock) {
        var all = new ClassSet(stock);
        for (var number = 0; number < stock.classes(); number++) {
            if (stock.capacity(number) > 0) {
                all.add(number);
            }
        }
        return all;
    }

    void add(int number) {
        bits[number / Long.SIZE] |= 1L << number;
    }

    void remove(int number) {
        bits[number / Long.SIZE] &= ~(1L << number);
    }

    boolean has(int number) {
        return (bits[number / Long.SIZE] >>> number & 1) != 0;
    }

    /** The earliest class that suits, and of those at one moment the one of the first centre; or {@link #NONE}. */
    int first(Wish wish) {
        return first(wish.centres, 0, wish.centres.length, wish.times.words, 0);
    }

    boolean intersects(Wish wish) {
        return first(wish) != NONE;
    }

    /** The same for a wish whose centres and words of times stand somewhere in larger arrays. */
    int first(int[] centres, int from, int until, long[] times, int at) {
        for (var word = 0; word < words; word++) {
            var suitable = times[at + word];
            if (suitable != 0) {
                suitable &= common(centres, from, until, word);
                if (suitable != 0) {
                    return earliest(centres, from, word * Long.SIZE + Long.numberOfTrailingZeros(suitable));
                }
            }
        }
        return NONE;
    }

    /** The classes that suit, in the order of {@link #first}. */
    int[] in(Wish wish) {
        var found = new int[wish.centres.length * Long.SIZE * words];
        var size = 0;
        for (var word = 0; word < words; word++) {
            var suitable = wish.times.words[word] & common(wish.centres, 0, wish.centres.length, word);
            for (var left = suitable; left != 0; left &= left - 1) {
                var moment = word * Long.SIZE + Long.numberOfTrailingZeros(left);
                for (var centre : wish.centres) {
                    var number = centre * words * Long.SIZE + moment;
                    if (has(number)) {
                        found[size++] = number;
                    }
                }
            }
        }
        return Arrays.copyOf(found, size);
    }

    /** All of them, ascending. */
    int[] numbers() {
        return Times.numbers(bits);
    }

    /** Which of 64 moments have a class in at least one of some centres. */
    private long common(int[] centres, int from, int until, int word) {
        var here = 0L;
        for (var i = from; i < until; i++) {
            here |= bits[centres[i] * words + word];
        }
        return here;
    }

    private int earliest(int[] centres, int from, int moment) {
        for (var i = from; ; i++) {
            var number = centres[i] * words * Long.SIZE + moment;
            if (has(number)) {
                return number;
            }
        }
    }
}
