package org.guichet.simulate.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class DiceTest {
    @Test
    void the_mixing_is_that_of_splitmix64_three_times() {
        var bits = 22L;
        for (var times = 0; times < 3; times++) {
            bits = new SplittableRandom(bits).nextLong();
        }
        assertThat(new Dice(22).bits(Dice.About.VALUE, 1, 1)).isEqualTo(bits);
    }

    @Test
    void each_of_ten_sides_comes_as_often() {
        var dice = new Dice(1);
        var counts = new int[10];
        LongStream.range(0, 100_000).forEach(i -> counts[dice.below(10, Dice.About.FATE, i, 0)]++);
        assertThat(IntStream.of(counts).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(9_700, 10_300));
    }

    @Test
    void a_draw_puts_everybody_once_and_each_window_in_another_order() {
        var seekers = IntStream.range(0, 100).boxed().toList();
        var first = Fair.drawn(new Dice(1), 1, seekers);
        assertThat(first).containsExactlyInAnyOrderElementsOf(seekers).isNotEqualTo(seekers);
        assertThat(Fair.drawn(new Dice(1), 1, seekers)).isEqualTo(first);
        assertThat(List.of(Fair.drawn(new Dice(1), 2, seekers), Fair.drawn(new Dice(2), 1, seekers)))
                .doesNotContain(first);
    }
}
