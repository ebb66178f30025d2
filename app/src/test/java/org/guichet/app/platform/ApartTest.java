package org.guichet.app.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

final class ApartTest {
    private final List<Integer> done = new ArrayList<>();

    @Test
    void one_that_fails_keeps_no_other_from_its_turn_and_the_first_is_told_with_the_rest() {
        assertThatThrownBy(() -> Apart.each(List.of(1, 2, 3, 4), this::workOn))
                .hasMessage("1 is odd")
                .satisfies(it -> assertThat(it.getSuppressed())
                        .singleElement()
                        .extracting(Throwable::getMessage)
                        .isEqualTo("3 is odd"));
        assertThat(done).containsExactly(2, 4);
    }

    @Test
    void one_and_the_same_failure_may_come_twice() {
        var same = new IllegalStateException("the same");
        assertThatThrownBy(() -> Apart.each(List.of(1, 2), _ -> {
                    throw same;
                }))
                .isSameAs(same);
    }

    @Test
    void an_outage_ends_it_at_once() {
        assertThatThrownBy(() -> Apart.each(List.of(2, 0, 4), this::workOn)).hasMessageStartingWith("away");
        assertThat(done).containsExactly(2);
    }

    @Test
    void what_has_more_to_do_comes_again_after_all_others_and_what_failed_does_not() {
        assertThatThrownBy(() -> Apart.inTurns(List.of(2, 3, 4), number -> {
                    workOn(number);
                    return done.size() < 4;
                }))
                .hasMessage("3 is odd");
        assertThat(done).containsExactly(2, 4, 2, 4, 2);
    }

    private void workOn(int number) {
        if (number == 0) {
            throw new DataAccessResourceFailureException("away");
        }
        if (number % 2 == 1) {
            throw new IllegalStateException(number + " is odd");
        }
        done.add(number);
    }
}
