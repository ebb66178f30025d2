package org.guichet.core.allot;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Some of the moments of a {@link Stock}, one bit each. Many wishes may share one. */
public final class Times {
    final long[] words;

    private Times(long[] words) {
        this.words = words;
    }

    static Times of(int moments, IntPredicate suits) {
        var words = new long[words(moments)];
        IntStream.range(0, moments).filter(suits).forEach(it -> words[it / Long.SIZE] |= 1L << it);
        return new Times(words);
    }

    /** These moments of so many. */
    static Times only(int moments, int... some) {
        var words = new long[words(moments)];
        for (var moment : some) {
            words[moment / Long.SIZE] |= 1L << moment;
        }
        return new Times(words);
    }

    /** How many words of 64 bits hold so many moments. */
    static int words(int moments) {
        return Math.ceilDiv(moments, Long.SIZE);
    }

    public boolean has(int moment) {
        return (words[moment / Long.SIZE] >>> moment & 1) != 0;
    }

    /** The moments that are in both. */
    public Times and(Times other) {
        var both = words.clone();
        Arrays.setAll(both, i -> both[i] & other.words[i]);
        return new Times(both);
    }

    /** Whether all of these are in the other. */
    boolean isWithin(Times other) {
        for (var i = 0; i < words.length; i++) {
            if ((words[i] & ~other.words[i]) != 0) {
                return false;
            }
        }
        return true;
    }

    public boolean isEmpty() {
        return Arrays.stream(words).allMatch(it -> it == 0);
    }

    /** How many words of 64 moments there are. */
    public int words() {
        return words.length;
    }

    /** The moments 64 {@code index} to 64 {@code index} + 63, the first in the lowest bit. */
    public long word(int index) {
        return words[index];
    }

    /** The numbers of the bits that are set, ascending. */
    static int[] numbers(long[] words) {
        var found = new int[Arrays.stream(words).mapToInt(Long::bitCount).sum()];
        var size = 0;
        for (var i = 0; i < words.length; i++) {
            for (var left = words[i]; left != 0; left &= left - 1) {
                found[size++] = i * Long.SIZE + Long.numberOfTrailingZeros(left);
            }
        }
        return found;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Times times && Arrays.equals(words, times.words);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(words);
    }

    @Override
    public String toString() {
        return Numbers.write(numbers(words));
    }
}
