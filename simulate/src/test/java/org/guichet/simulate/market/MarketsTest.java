package org.guichet.simulate.market;

import static org.assertj.core.api.Assertions.assertThat;

import org.guichet.simulate.rules.Dice;
import org.guichet.simulate.rules.Reseller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MarketsTest {
    private static final Reseller USUAL = new Reseller(95, 90, 20, 20, 95);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 22, 2021})
    void the_simulated_markets_come_out_as_calculated(long seed) {
        assertThat(new Markets(new Dice(seed)).compared())
                .hasSize(4)
                .allSatisfy(row -> assertThat(row.distance()).isLessThanOrEqualTo(0.02));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 22, 2021})
    void a_reseller_profits_only_on_line_and_only_when_many_ask(long seed) {
        var markets = new Markets(new Dice(seed));
        var low = markets.row(Markets.LOW, USUAL);
        var high = markets.row(Markets.HIGH, USUAL);
        assertThat(low.immediate().profit()).isZero();
        assertThat(low.batch().profit()).isZero();
        assertThat(high.immediate().profit()).isGreaterThan(0.3);
        assertThat(high.batch().profit()).isZero();
    }

    @Test
    void the_formulas_give_the_figures_of_the_decision_record() {
        assertThat(Markets.calculated(100).immediate().distance(new Outcome(0.5, 0.5, 0.25, 0.125, 0.5)))
                .isLessThan(1e-9);
        assertThat(Markets.calculated(200).immediate().distance(new Outcome(0.5, 1, 0.5, 0.25, 0)))
                .isLessThan(1e-9);
        assertThat(Markets.calculated(400).immediate().distance(new Outcome(0.75, 1, 0.75, 0.125, 0)))
                .isLessThan(1e-9);
        assertThat(Markets.calculated(1000).immediate().distance(new Outcome(0.9, 1, 0.9, 0.05, 0)))
                .isLessThan(1e-9);
    }

    @Test
    void who_never_gets_a_place_back_sells_none() {
        var market = new Market(new Dice(1), 100, 400, 10);
        var outcome = new Immediate(market, new Reseller(100, 0, 0, 0, 0)).best();
        assertThat(outcome.profit()).isZero();
        assertThat(outcome.wasted()).isZero();
    }

    @Test
    void false_identities_hold_fewer_places_the_more_of_them_are_recognised() {
        var rows = new Markets(new Dice(1)).identities(USUAL);
        assertThat(rows)
                .extracting(Markets.Identity::held)
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
        assertThat(rows.getFirst().held()).isBetween(0.12, 0.21);
        assertThat(rows.getLast().held()).isZero();
    }
}
