package org.guichet.core.allot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.guichet.core.allot.check.OutcomeCheck;
import org.guichet.core.text.FormatException;
import org.junit.jupiter.api.Test;

/** Outcomes that no run has: two places, and two persons who take either. */
final class OutcomeCheckTest {
    private final Stock stock = Stock.of(List.of(SmallWorld.charcot(1, 0), SmallWorld.charcot(1, 1)));
    private final Wish anything = stock.wish(_ -> true, _ -> true);
    private final Turn first = new Turn("first", 1, Together.SAME_DAY, 0, anything, anything);
    private final Turn second = new Turn("second", 1, Together.SAME_DAY, 0, anything, anything);
    private final Input input = new Input(stock, Quotas.none(stock), List.of(first, second));

    @Test
    void nobody_is_served_twice() throws FormatException {
        assertThat(fault(given(first, 0), given(second, 1))).isEmpty();
        assertThat(fault(given(first, 0), given(first, 1))).contains("first: it does not stand in the line");
        assertThat(fault(given(second, 0), given(second, 1))).contains("second: it does not stand in the line");
    }

    @Test
    void nobody_comes_before_who_stands_before() throws FormatException {
        assertThat(fault(given(second, 0), given(first, 1))).contains("first: it does not stand in the line");
    }

    @Test
    void no_place_is_given_twice() throws FormatException {
        assertThat(fault(given(first, 0), given(second, 0))).contains("second: a place was not free");
    }

    private Given given(Turn turn, int place) {
        return new Given(turn, Tier.PREFERRED, false, List.of(stock.places().get(place)));
    }

    /** As whoever reads the record of a run finds it. */
    private String fault(Given... given) throws FormatException {
        var outcome = Outcome.parse(new Outcome(List.of(given)).text(), input);
        return OutcomeCheck.fault(input, outcome).orElse("");
    }
}
