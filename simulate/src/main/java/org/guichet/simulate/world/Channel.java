package org.guichet.simulate.world;

/** How a person reaches the service. */
public enum Channel {
    FAST_INTERNET(10, 50),
    SLOW_PHONE(4, 35),
    DESK(1, 15);

    private final int connectionsADay;
    private final int share;

    Channel(int connectionsADay, int share) {
        this.connectionsADay = connectionsADay;
        this.share = share;
    }

    /** How often a day this person can look for a free place; in a race, also how fast. */
    public int connectionsADay() {
        return connectionsADay;
    }

    /** So many of 100 requests. */
    public int share() {
        return share;
    }

    static Channel of(int percent) {
        if (percent < FAST_INTERNET.share) {
            return FAST_INTERNET;
        }
        return percent < FAST_INTERNET.share + SLOW_PHONE.share ? SLOW_PHONE : DESK;
    }
}
