package org.guichet.core.allot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

final class SerialDictatorshipTest {
    private static final Instant NINE = Instant.parse("2021-04-22T09:00:00Z");
    private static final Duration SPAN = Duration.ofMinutes(30);

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
        Predicate<Place> late = it -> !it.start().isBefore(NINE.plus(SPAN.multipliedBy(2)));
        var turn = new Turn<>("late", 1, Together.SAME_DAY, late, _ -> true);
        assertThat(allot(places, turn)).containsEntry("late", List.of(charcot(1, 4)));
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
        var seed = 20210422L;
        System.out.println("seed " + seed);
        var random = new Random(seed);
        for (int world = 0; world < 300; world++) {
            var places = new ArrayList<Place>();
            for (int counter = 1; counter <= 4; counter++) {
                for (int span = 0; span < 6; span++) {
                    if (random.nextInt(3) > 0) {
                        places.add(random.nextBoolean() ? charcot(counter, span) : loire(counter, span));
                    }
                }
            }
            var line = new ArrayList<Turn<Integer>>();
            for (int rank = 0; rank < 12; rank++) {
                line.add(randomTurn(rank, random));
            }
            judge(line, places, SerialDictatorship.allot(line, places));
        }
    }

    private static void judge(List<Turn<Integer>> line, List<Place> places, Map<Integer, List<Place>> given) {
        var left = new ArrayList<>(places);
        for (var turn : line) {
            var block = given.get(turn.key());
            if (block == null) {
                // Alone in the world with what earlier ranks left, the request still gets nothing.
                assertThat(SerialDictatorship.allot(List.of(turn), left)).isEmpty();
            } else {
                assertThat(block)
                        .hasSize(turn.persons())
                        .doesNotHaveDuplicates()
                        .allMatch(turn.acceptable());
                assertThat(left).containsAll(block);
                left.removeAll(block);
            }
        }
    }

    private static Turn<Integer> randomTurn(int rank, Random random) {
        var latest = NINE.plus(SPAN.multipliedBy(random.nextInt(6)));
        var centre = random.nextBoolean() ? "charcot" : "loire";
        Predicate<Place> acceptable = it -> !it.start().isAfter(latest);
        var how = List.of(Together.SIMULTANEOUS, Together.ADJACENT, Together.SAME_DAY)
                .get(random.nextInt(3));
        return new Turn<>(
                rank,
                1 + random.nextInt(3),
                how,
                acceptable.and(it -> it.centre().equals(centre)),
                acceptable);
    }

    private static Map<String, List<Place>> allot(List<Place> places, Turn<String> turn) {
        return SerialDictatorship.allot(List.of(turn), places);
    }

    private static Map<String, List<Place>> allot(List<Place> places, Turn<String> first, Turn<String> second) {
        return SerialDictatorship.allot(List.of(first, second), places);
    }

    private static Turn<String> single(String key) {
        return group(key, 1, Together.SAME_DAY);
    }

    private static Turn<String> group(String key, int persons, Together together) {
        return new Turn<>(key, persons, together, _ -> true, _ -> true);
    }

    private static Place charcot(int counter, int span) {
        return place("charcot", counter, span);
    }

    private static Place loire(int counter, int span) {
        return place("loire", counter, span);
    }

    private static Place place(String centre, int counter, int span) {
        var start = NINE.plus(SPAN.multipliedBy(span));
        var id = (centre.equals("charcot") ? 0 : 1000) + counter * 100L + span;
        return new Place(id, centre, counter, start, start.plus(SPAN), LocalDate.ofInstant(start, ZoneOffset.UTC));
    }
}
