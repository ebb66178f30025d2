package org.guichet.simulate.world;

import org.guichet.simulate.rules.Reseller;

/** A world that runs in milliseconds. */
public final class SmallWorld {
    private static final Reseller RESELLER = new Reseller(95, 90, 20, 20, 50);

    private SmallWorld() {}

    /** With so many persons for 100 places. */
    public static Settings of(int demand) {
        return new Settings(
                5, demand, new Settings.Size(2, 3, 4), 40, new Settings.Absences(10, 10, 5, 8), 10, RESELLER);
    }

    /** Where everybody takes what is offered and comes. */
    static Settings reliable(int demand) {
        return new Settings(5, demand, new Settings.Size(1, 2, 4), 0, new Settings.Absences(0, 0, 0, 0), 0, RESELLER);
    }
}
