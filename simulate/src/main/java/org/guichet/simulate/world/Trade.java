package org.guichet.simulate.world;

/** What the reseller did: price in thousandths of the highest value, bookings or identities paid for, places sold. */
public record Trade(int price, int booked, int sold) {
    static final Trade NONE = new Trade(0, 0, 0);

    /** In thousandths of the highest value; {@code cost} is that of one booking in hundredths. */
    long profit(int cost) {
        return (long) sold * price - 10L * booked * cost;
    }
}
