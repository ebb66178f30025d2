package org.guichet.simulate.market;

/** Counts over all rounds of a market under one plan; money in the unit of {@link Market#HIGHEST}. */
final class Tally {
    private final Market market;
    private long booked;
    private long sold;
    private long surplus;
    private long used;

    Tally(Market market) {
        this.market = market;
    }

    void books(long places) {
        booked += places;
    }

    void gets(int value) {
        used++;
        surplus += value;
    }

    void buys(int value, int price) {
        gets(value - price);
        sold++;
    }

    /** {@code cost} is that of one booking. */
    long profit(long price, long cost) {
        return sold * price - booked * cost;
    }

    Outcome outcome(Plan plan, long cost) {
        var places = (double) market.rounds() * market.places();
        return new Outcome(
                plan.price() / 1000.0,
                sold / places,
                profit((long) plan.price() * Market.PRICE, cost) / places / Market.HIGHEST,
                surplus / places / Market.HIGHEST,
                1 - used / places);
    }
}
