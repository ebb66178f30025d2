package org.guichet.core.allot;

import java.util.Arrays;

/** Some of the classes of a stock, one bit each, so that many are compared with a wish at once. */
final class ClassSet {
    private static final int NONE = -1;

    private final int words;
    private final long[] bits;

    ClassSet(Stock stock) {
        words = stock.words();
        bits = new long[stock.classes() / Long.SIZE];
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

    /** The earliest class that suits, and of those at one moment the one of the first centre; negative if there is none. */
    int first(Wish wish) {
        for (var word = 0; word < words; word++) {
            var suitable = common(wish, word);
            if (suitable != 0) {
                return at(wish, word * Long.SIZE + Long.numberOfTrailingZeros(suitable));
            }
        }
        return NONE;
    }

    boolean intersects(Wish wish) {
        for (var word = 0; word < words; word++) {
            if (common(wish, word) != 0) {
                return true;
            }
        }
        return false;
    }

    boolean isWithin(ClassSet other) {
        for (var i = 0; i < bits.length; i++) {
            if ((bits[i] & ~other.bits[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    /** The classes that suit, in the order of {@link #first}. */
    int[] in(Wish wish) {
        var found = new int[wish.centres.length * Long.SIZE * words];
        var size = 0;
        for (var word = 0; word < words; word++) {
            for (var left = common(wish, word); left != 0; left &= left - 1) {
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
        var found = new int[Arrays.stream(bits).mapToInt(Long::bitCount).sum()];
        var size = 0;
        for (var i = 0; i < bits.length; i++) {
            for (var left = bits[i]; left != 0; left &= left - 1) {
                found[size++] = i * Long.SIZE + Long.numberOfTrailingZeros(left);
            }
        }
        return found;
    }

    /** Which of 64 moments suit in at least one centre. */
    private long common(Wish wish, int word) {
        var wanted = wish.times.words[word];
        if (wanted == 0) {
            return 0;
        }
        var here = 0L;
        for (var centre : wish.centres) {
            here |= bits[centre * words + word];
        }
        return here & wanted;
    }

    private int at(Wish wish, int moment) {
        for (var centre : wish.centres) {
            var number = centre * words * Long.SIZE + moment;
            if (has(number)) {
                return number;
            }
        }
        throw new IllegalStateException("A class just seen is gone");
    }
}
