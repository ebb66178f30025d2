package org.guichet.core.draw;

import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** Items 0 … count-1 sorted as primitives by a prefix of 64 unsigned bits; compared only where prefixes are alike. */
final class Ascending {
    // As a power of two, how many items share a bucket.
    private static final int BUCKET_BITS = 6;

    private final int itemBits;
    private final long[] keys;
    private final Comparator<Integer> exact;
    private OptionalInt twin = OptionalInt.empty();

    /** {@code exact} must agree with {@code prefix} wherever prefixes differ. */
    Ascending(int count, IntToLongFunction prefix, Comparator<Integer> exact) {
        this.exact = exact;
        itemBits = Integer.SIZE - Integer.numberOfLeadingZeros(count);
        // One bit stays free so that keys, the leading bits of the prefix before the item, are never negative.
        keys = sorted(IntStream.range(0, count)
                .parallel()
                .mapToLong(item -> prefix.applyAsLong(item) >>> (itemBits + 1) << itemBits | item)
                .toArray());
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

    // Hashes spread evenly, so that buckets of their leading bits hold some dozens each: half the work of sorting them
    // all at once, shared by all processors. If all fall into one bucket, that is sorted all at once, and no worse.
    private long[] sorted(long[] unsorted) {
        var bucketBits = Math.max(0, itemBits - BUCKET_BITS);
        var shift = Long.SIZE - 1 - bucketBits;
        var starts = new int[(1 << bucketBits) + 1];
        for (var key : unsorted) {
            starts[(int) (key >>> shift) + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        var next = starts.clone();
        var sorted = new long[unsorted.length];
        for (var key : unsorted) {
            sorted[next[(int) (key >>> shift)]++] = key;
        }
        IntStream.range(0, 1 << bucketBits)
                .parallel()
                .forEach(bucket -> Arrays.sort(sorted, starts[bucket], starts[bucket + 1]));
        return sorted;
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
