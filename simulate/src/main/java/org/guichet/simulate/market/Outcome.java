package org.guichet.simulate.market;

import java.util.stream.Stream;

/**
 * What came out, for one place: the reseller's price and profit, the places he sold, what those who were served
 * gained after paying him, and the places nobody used. Money in parts of the highest value.
 */
public record Outcome(double price, double sold, double profit, double surplus, double wasted) {
    /** The largest difference in any of these figures. */
    public double distance(Outcome other) {
        return Stream.of(
                        price - other.price,
                        sold - other.sold,
                        profit - other.profit,
                        surplus - other.surplus,
                        wasted - other.wasted)
                .mapToDouble(Math::abs)
                .max()
                .orElseThrow();
    }
}
