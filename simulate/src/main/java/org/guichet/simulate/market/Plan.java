package org.guichet.simulate.market;

/** What a reseller may do: ask this price, in thousandths of the highest value, and go for so many of 100 places. */
record Plan(int price, int appetite) {
    static final Plan STAY_OUT = new Plan(0, 0);
}
