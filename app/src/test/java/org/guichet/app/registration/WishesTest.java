package org.guichet.app.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One impossible day more, and the text that the journal commits to. */
final class WishesTest {
    private static final LocalDate TODAY = LocalDate.parse("2021-04-12");
    private static final LocalDate THURSDAY = LocalDate.parse("2021-04-22");

    @Test
    void their_text_is_the_one_that_the_specification_gives() {
        var monday = Moments.of(List.of(Moments.code(DayOfWeek.MONDAY, false)));
        var wishes = new Wishes(
                List.of("nord", "sud"),
                Moments.ALL,
                List.of(),
                monday,
                List.of(Wishes.Days.parse("2021-05-03/2021-05-07")));
        assertThat(wishes.text()).isEqualTo("""
                        centres nord sud
                        moments 0
                        preferred-centres
                        preferred-moments 2
                        impossible 2021-05-03/2021-05-07
                        """);
    }

    @Test
    void a_day_that_is_possible_becomes_impossible() {
        assertThat(without(THURSDAY)).containsExactly("2021-04-22/2021-04-22");
    }

    @Test
    void a_day_that_is_impossible_already_changes_nothing() {
        assertThat(without(THURSDAY, "2021-04-20/2021-04-25")).containsExactly("2021-04-20/2021-04-25");
    }

    @Test
    void a_day_between_two_ranges_makes_one_of_them() {
        assertThat(without(THURSDAY, "2021-04-23/2021-04-25", "2021-05-10/2021-05-11", "2021-04-20/2021-04-21"))
                .containsExactly("2021-04-20/2021-04-25", "2021-05-10/2021-05-11");
    }

    @Test
    void ranges_that_overlap_are_kept_as_one_and_none_gets_shorter() {
        assertThat(without(THURSDAY, "2021-04-14/2021-04-30", "2021-04-15/2021-04-16"))
                .containsExactly("2021-04-14/2021-04-30");
    }

    @Test
    void days_that_are_over_make_room() {
        var five = new String[] {
            "2021-04-11/2021-04-11",
            "2021-05-03/2021-05-03",
            "2021-05-05/2021-05-05",
            "2021-05-07/2021-05-07",
            "2021-05-09/2021-05-09"
        };
        assertThat(without(THURSDAY, five)).hasSize(5).contains("2021-04-22/2021-04-22");
        five[0] = "2021-04-12/2021-04-12";
        assertThat(wishes(five).without(THURSDAY, TODAY)).isEmpty();
        assertThat(wishes(five).without(LocalDate.parse("2021-05-04"), TODAY)).isPresent();
    }

    private static List<String> without(LocalDate day, String... impossible) {
        return wishes(impossible).without(day, TODAY).orElseThrow().impossible().stream()
                .map(Wishes.Days::toString)
                .toList();
    }

    private static Wishes wishes(String... impossible) {
        return new Wishes(
                List.of(),
                Moments.ALL,
                List.of(),
                Moments.ALL,
                Stream.of(impossible).map(Wishes.Days::parse).toList());
    }
}
