package org.guichet.core.draw;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** Items 0 … count-1 sorted as primitives by a prefix of 64 unsigned bits; compared only where prefixes are alike. */
final class Ascending {
    private final int itemBits;
    private final long[] keys;
    private final Comparator<Integer> exact;
    private OptionalInt twin = OptionalInt.empty();

    /** {@code exact} must agree with {@code prefix} wherever prefixes differ. */
    Ascending(int count, IntToLongFunction prefix, Comparator<Integer> exact) {
        this.exact = exact;
        itemBits = Integer.SIZE - Integer.numberOfLeadingZeros(count);
        // One bit stays free so that keys, the leading bits of the prefix before the item, are never negative.
        keys = IntStream.range(0, count)
                .parallel()
                .mapToLong(item -> prefix.applyAsLong(item) >>> (itemBits + 1) << itemBits | item)
                .toArray();
        Arrays.parallelSort(keys);
        var start = 0;
        for (var end = 1; end <= count; end++) {
            if (end == count || keys[end] >>> itemBits != keys[start] >>> itemBits) {
                settle(start, end);
                start = end;
            }
        }
    }

    int count() {
        return keys.length;
    }

    /** The item at {@code place}. */
    int item(int place) {
        return (int) (keys[place] & ((1L << itemBits) - 1));
    }

    /** An item that equals another, if there is one. */
    OptionalInt twin() {
        return twin;
    }

    private void settle(int start, int end) {
        if (end - start < 2) {
            return;
        }
        var alike =
                IntStream.range(start, end).mapToObj(this::item).sorted(exact).toList();
        for (var i = 0; i < alike.size(); i++) {
            var item = alike.get(i);
            keys[start + i] = keys[start + i] >>> itemBits << itemBits | item;
            if (i > 0 && exact.compare(alike.get(i - 1), item) == 0) {
                twin = OptionalInt.of(item);
            }
        }
    }
}
