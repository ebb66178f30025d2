package org.guichet.app.choosing;

import java.util.Locale;

/** How places of a pool are given at a moment. */
public enum Regime {
    /** People choose a place on the calendar. */
    CHOICE,
    /** A public draw decides the order. */
    DRAW;

    /** The end of its message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
