package org.guichet.core.allot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.core.allot.SmallWorld.charcot;
import static org.guichet.core.allot.SmallWorld.loire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SerialDictatorshipTest {
    private record Request(String label, int persons, Together together) {}

    @Test
    void the_first_rank_takes_the_earliest_place() {
        var places = List.of(charcot(1, 1), charcot(1, 0));
        assertThat(allot(places, single("first"), single("second")))
                .containsEntry("first", List.of(charcot(1, 0)))
                .containsEntry("second", List.of(charcot(1, 1)));
    }

    @Test
    void what_is_preferred_comes_before_what_is_earlier() {
        var places = List.of(charcot(1, 0), charcot(1, 4));
        var stock = Stock.of(places);
        var late =
                stock.wish(_ -> true, it -> !it.start().isBefore(charcot(1, 2).start()));
        var turn = new Turn("late", 1, Together.SAME_DAY, 0, late, stock.wish(_ -> true, _ -> true));
        assertThat(given(SerialDictatorship.allot(stock, List.of(turn)))).containsEntry("late", List.of(charcot(1, 4)));
    }

    @Test
    void a_couple_gets_two_neighbouring_counters_at_the_same_time() {
        var places = List.of(charcot(1, 0), charcot(3, 0), charcot(5, 0), charcot(6, 0));
        assertThat(allot(places, group("couple", 2, Together.SIMULTANEOUS)))
                .containsEntry("couple", List.of(charcot(5, 0), charcot(6, 0)));
    }

    @Test
    void one_after_the_other_is_at_one_counter_without_a_hole() {
        var places = List.of(charcot(1, 0), charcot(2, 1), charcot(2, 3), charcot(2, 4), charcot(2, 5));
        assertThat(allot(places, group("family", 3, Together.ADJACENT)))
                .containsEntry("family", List.of(charcot(2, 3), charcot(2, 4), charcot(2, 5)));
    }

    @Test
    void the_same_day_is_in_one_centre() {
        var places = List.of(charcot(1, 0), loire(1, 1), charcot(1, 5));
        assertThat(allot(places, group("two", 2, Together.SAME_DAY)))
                .containsEntry("two", List.of(charcot(1, 0), charcot(1, 5)));
    }

    @Test
    void a_group_gets_all_its_places_or_none_and_leaves_them_to_the_next() {
        var places = List.of(charcot(1, 0), charcot(2, 1));
        assertThat(allot(places, group("couple", 2, Together.SIMULTANEOUS), single("next")))
                .doesNotContainKey("couple")
                .containsEntry("next", List.of(charcot(1, 0)));
    }

    @Test
    void over_random_worlds_nobody_is_passed_over_and_no_acceptable_place_stays_free() {
        SmallWorld.forEach(300, 20210422, SmallWorld.Kind.GROUPS, world -> {
            var given = given(SerialDictatorship.allot(world.stock(), world.line()));
            var left = new ArrayList<>(world.stock().places());
            for (var turn : world.line()) {
                var block = given.get(turn.label());
                if (block == null) {
                    // Alone in the world with what earlier ranks left, the request still gets nothing.
                    assertThat(alone(turn, world.stock(), left).given()).isEmpty();
                } else {
                    assertThat(block)
                            .hasSize(turn.persons())
                            .doesNotHaveDuplicates()
                            .allMatch(it -> world.stock().suits(turn.acceptable(), it));
                    assertThat(left).containsAll(block);
                    left.removeAll(block);
                }
            }
        });
    }

    static Outcome alone(Turn turn, Stock stock, List<Place> left) {
        var rest = Stock.of(left);
        var wish = rest.wish(
                centre -> Arrays.stream(turn.acceptable().centres)
                        .anyMatch(it -> stock.centres().get(it).equals(centre)),
                moment -> turn.acceptable().times().has(stock.moment(moment)));
        return SerialDictatorship.allot(
                rest, List.of(new Turn(turn.label(), turn.persons(), turn.together(), 0, wish, wish)));
    }

    private static Map<String, List<Place>> allot(List<Place> places, Request... line) {
        var stock = Stock.of(places);
        var anything = stock.wish(_ -> true, _ -> true);
        return given(SerialDictatorship.allot(
                stock,
                Stream.of(line)
                        .map(it -> new Turn(it.label, it.persons, it.together, 0, anything, anything))
                        .toList()));
    }

    private static Map<String, List<Place>> given(Outcome outcome) {
        return outcome.given().stream().collect(Collectors.toMap(Given::label, Given::places));
    }

    private static Request single(String label) {
        return new Request(label, 1, Together.SAME_DAY);
    }

    private static Request group(String label, int persons, Together together) {
        return new Request(label, persons, together);
    }
}
