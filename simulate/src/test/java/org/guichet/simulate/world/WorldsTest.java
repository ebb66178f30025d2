package org.guichet.simulate.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.guichet.simulate.rules.Dice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WorldsTest {
    @Test
    void the_same_seed_gives_the_same_results() {
        assertThat(worlds(7, 150).all())
                .isEqualTo(worlds(7, 150).all())
                .isNotEqualTo(worlds(8, 150).all());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void our_rules_break_no_promise_whatever_the_demand(long seed) {
        for (var demand : List.of(30, 60, 90, 110, 150, 250)) {
            var attacked = worlds(seed, demand).attacked();
            assertThat(attacked.promises()).as("demand %s", demand).isEqualTo(new Promises(0, 0, 0));
            assertThat(attacked.families().apart()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void every_place_is_used_or_lost_and_nobody_is_served_twice(Rules rules) {
        var settings = SmallWorld.of(150);
        var result = Run.of(new Dice(3), settings, rules, 500);
        assertThat(result.places().all())
                .isEqualTo(settings.weeks() * settings.size().placesAWeek());
        assertThat(result.persons().served())
                .isEqualTo(result.places().used())
                .isLessThan(result.persons().asked());
    }

    @Test
    void people_are_the_same_whatever_the_rules() {
        assertThat(worlds(5, 150).all())
                .extracting(it -> it.persons().asked())
                .hasSize(3)
                .containsOnly(worlds(5, 150).attacked().persons().asked());
    }

    @Test
    void with_few_requests_and_reliable_people_everybody_is_served_under_our_rules() {
        var result = Run.of(new Dice(1), SmallWorld.reliable(50), Rules.OURS, 0);
        assertThat(result.persons().share()).isEqualTo(100);
        assertThat(result.persons().connections()).isLessThanOrEqualTo(2);
    }

    @Test
    void a_reseller_keeps_what_he_cannot_sell() {
        var nobodyPays = Run.of(new Dice(1), SmallWorld.of(150), Rules.IMMEDIATE, People.HIGHEST + 1);
        assertThat(nobodyPays.trade().sold()).isZero();
        assertThat(nobodyPays.places().lost(Lost.KEPT))
                .isGreaterThan(nobodyPays.places().all() * 8 / 10);
        assertThat(nobodyPays.profitAPlace()).isNegative();
    }

    @Test
    void a_reseller_who_would_lose_stays_out() {
        assertThat(worlds(1, 150).all().getLast().trade()).isEqualTo(Trade.NONE);
    }

    private static Worlds worlds(long seed, int demand) {
        return new Worlds(new Dice(seed), SmallWorld.of(demand), _ -> {});
    }
}
