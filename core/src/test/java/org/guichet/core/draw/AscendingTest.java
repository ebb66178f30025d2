package org.guichet.core.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sorting by a prefix, compared with the sort of the JDK; the prefix is the value itself, unsigned. */
final class AscendingTest {
    // Around the sizes at which there is one bucket more.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 63, 64, 127, 128, 1000, 65_535, 65_536})
    void values_spread_like_hashes_ascend(int count) {
        assertAscending(new Random(count).longs(count).toArray());
    }

    @Test
    void nothing_one_and_two_have_an_order() {
        assertThat(order()).isEmpty();
        assertThat(order(-1)).containsExactly(0);
        assertThat(order(1, 2)).containsExactly(0, 1);
        assertThat(order(2, 1)).containsExactly(1, 0);
        assertThat(order(-1, 0)).as("unsigned").containsExactly(1, 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1L << 62, Long.MIN_VALUE, 0xffff_ffffL << 32})
    void values_made_to_fall_into_one_bucket_ascend(long leading) {
        var trailing = new Random(leading).longs(20_000, 0, 1L << 32);
        assertAscending(trailing.map(it -> leading | it).toArray());
    }

    @Test
    void values_in_the_first_and_the_last_bucket_only_ascend() {
        assertAscending(new Random(3)
                .longs(20_000, 0, 1L << 32)
                .map(it -> it % 2 == 0 ? it : ~it)
                .toArray());
    }

    @Test
    void values_that_differ_only_in_their_last_bits_are_settled_by_comparison() {
        var values = new Random(4).ints(5000, 0, 5000).distinct().asLongStream().toArray();
        assertAscending(values);
        assertAscending(Arrays.stream(values).map(it -> ~it).toArray());
    }

    @Test
    void prefixes_that_are_alike_are_settled_by_comparison() {
        var values = new Random(7).ints(2000, 0, 40).toArray();
        var order = new Ascending(
                values.length,
                item -> (long) (values[item] / 10) << 60,
                (one, other) -> values[one] != values[other] ? values[one] - values[other] : one - other);
        assertThat(IntStream.range(0, order.count()).mapToObj(order::item))
                .doesNotHaveDuplicates()
                .hasSize(2000)
                .isSortedAccordingTo(Comparator.comparingInt(item -> values[item]));
        assertThat(order.twin()).isEmpty();
    }

    @Test
    void a_twin_is_found_in_any_bucket() {
        for (var twin : new long[] {0, 1L << 40, Long.MIN_VALUE, -1}) {
            var values = new Random(8).longs(3000).toArray();
            values[17] = twin;
            assertThat(ascending(values).twin()).isEmpty();
            values[2345] = twin;
            assertThat(ascending(values).twin().orElseThrow()).isIn(17, 2345);
        }
    }

    private static void assertAscending(long... values) {
        var expected =
                Arrays.stream(values).boxed().sorted(Long::compareUnsigned).toList();
        var order = order(values);
        assertThat(Arrays.stream(order).distinct().count()).isEqualTo(values.length);
        assertThat(Arrays.stream(order).mapToObj(item -> values[item]).toList()).isEqualTo(expected);
    }

    private static int[] order(long... values) {
        var order = ascending(values);
        return IntStream.range(0, order.count()).map(order::item).toArray();
    }

    private static Ascending ascending(long... values) {
        return new Ascending(
                values.length, item -> values[item], (one, other) -> Long.compareUnsigned(values[one], values[other]));
    }
}
