package org.guichet.core.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ForecastTest {
    private static final LocalDate MONDAY = LocalDate.of(2021, 4, 19);
    private static final Experience SURE = new Experience(List.of(1.0, 1.0, 1.0, 1.0), 0, 1_000_000);

    @Test
    void where_nothing_is_unsure_the_week_is_known() {
        var forecast = forecast(weeks(10, 100), SURE, 1);
        assertThat(forecast.ends(0).span(0.9)).contains(week(0, 0));
        assertThat(forecast.ends(99).span(0.9)).contains(week(0, 0));
        assertThat(forecast(weeks(10, 100), SURE, 1, 2).ends(99).span(0.9)).contains(week(1, 1));
        assertThat(forecast.ends(650).span(0.9)).contains(week(6, 6));
    }

    @Test
    void a_plan_that_is_too_short_tells_no_end_or_nothing() {
        var wide = forecast(weeks(10, 100), new Experience(List.of(0.2, 1.0, 0.3, 0.9), 0, 1000), 1);
        assertThat(wide.ends(600).span(0.9).orElseThrow().until()).isEmpty();
        assertThat(wide.ends(100_000).span(0.9)).isEmpty();
        assertThat(forecast(List.of(), SURE, 1).ends(0).span(0.9)).isEmpty();
    }

    @Test
    void the_less_was_measured_the_wider_is_the_span() {
        var much = IntStream.range(0, 50).mapToObj(i -> 0.8 + i % 5 * 0.02).toList();
        var little = forecast(weeks(60, 100), Experience.NONE, 7).ends(2000).span(0.9);
        var more = forecast(weeks(60, 100), new Experience(much, 400, 20_000), 7)
                .ends(2000)
                .span(0.9);
        assertThat(days(little)).isGreaterThan(days(more));
        assertThat(days(forecast(weeks(60, 100), new Experience(much, 400, 20_000), 7)
                        .ends(2000)
                        .span(0.5)))
                .isLessThanOrEqualTo(days(more));
    }

    @Test
    void the_same_input_gives_the_same_span_and_who_is_before_is_served_before() {
        var experience = new Experience(List.of(0.7, 0.9, 0.8, 0.6, 1.0), 30, 4000);
        var forecast = forecast(weeks(40, 70), experience, 3);
        var again = forecast(weeks(40, 70), experience, 3);
        var before = MONDAY;
        for (var ahead = 0; ahead < 1500; ahead += 50) {
            var span = forecast.ends(ahead).span(0.9);
            assertThat(again.ends(ahead).span(0.9)).isEqualTo(span);
            assertThat(span.orElseThrow().from()).isAfterOrEqualTo(before);
            before = span.orElseThrow().from();
        }
    }

    /** Weeks without places, or with too few of them for those who come together, and people who give up. */
    @Test
    void where_many_give_up_the_line_comes_as_far_as_when_it_is_followed_week_by_week() {
        var places = List.of(0, 3, 1, 7, 0, 2, 5, 1);
        var weeks = IntStream.range(0, places.size())
                .mapToObj(i -> new Week(MONDAY.plusWeeks(i), places.get(i)))
                .toList();
        // A million of ten million persons gave up in as many weeks of waiting: each week one of ten does.
        var leaving = new Experience(List.of(1.0, 1.0, 1.0, 1.0), 1_000_000, 10_000_000);
        for (var persons = 1; persons <= 3; persons++) {
            var forecast = forecast(weeks, leaving, 1, persons);
            for (var ahead = 0; ahead < 40; ahead++) {
                var week = followed(places, ahead, persons, Math.exp(-0.1));
                assertThat(forecast.ends(ahead).span(0.5))
                        .as("%d persons behind %d", persons, ahead)
                        .isEqualTo(week < places.size() ? Optional.of(week(week, week)) : Optional.empty());
            }
        }
    }

    private static int followed(List<Integer> places, int ahead, int persons, double staying) {
        double before = ahead;
        for (var week = 0; week < places.size(); week++) {
            if (places.get(week) >= Math.rint(before) + persons) {
                return week;
            }
            before = Math.max(0, before - places.get(week)) * staying;
        }
        return places.size();
    }

    /** Worlds that nobody tuned the forecast to; it knows of each only what was measured in its past. */
    @Test
    void nine_of_ten_spans_hold_what_they_promise_and_half_of_the_narrow_ones() {
        var nine = new ArrayList<Boolean>();
        var half = new ArrayList<Boolean>();
        for (var seed = 0; seed < 200; seed++) {
            var world = new WaitingWorld(seed);
            var forecast = forecast(world.plan(), world.experience(), seed);
            world.people().forEach(person -> {
                nine.add(holds(forecast.ends(person.ahead()).span(0.9), person.served()));
                half.add(holds(forecast.ends(person.ahead()).span(0.5), person.served()));
            });
        }
        System.out.printf("seeds 0 to 199: %.3f of %d, and %.3f%n", share(nine), nine.size(), share(half));
        assertThat(share(nine)).isBetween(0.85, 0.95);
        // In whole weeks a narrow span holds more than it promises.
        assertThat(share(half)).isBetween(0.5, 0.8);
    }

    @Test
    void what_cannot_be_measured_is_refused() {
        assertThatThrownBy(() -> new Experience(List.of(1.1), 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Experience(List.of(Double.NaN), 0, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Experience(List.of(), -1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Week(MONDAY, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Forecast forecast(List<Week> weeks, Experience experience, long seed) {
        return forecast(weeks, experience, seed, 1);
    }

    private static Forecast forecast(List<Week> weeks, Experience experience, long seed, int persons) {
        return Futures.of(weeks.size(), experience, seed).along(weeks, persons);
    }

    private static boolean holds(Optional<Forecast.Span> span, LocalDate served) {
        return span.isPresent()
                && !served.isBefore(span.get().from())
                && !served.isAfter(span.get().until().orElse(LocalDate.MAX));
    }

    private static double share(List<Boolean> held) {
        return held.stream().filter(it -> it).count() / (double) held.size();
    }

    private static long days(Optional<Forecast.Span> span) {
        return span.orElseThrow().until().orElseThrow().toEpochDay()
                - span.get().from().toEpochDay();
    }

    private static Forecast.Span week(int from, int until) {
        return new Forecast.Span(
                MONDAY.plusWeeks(from), Optional.of(MONDAY.plusWeeks(until).plusDays(6)));
    }

    private static List<Week> weeks(int count, int places) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Week(MONDAY.plusWeeks(i), places))
                .toList();
    }
}
