package org.guichet.core.allot;

/**
 * How the persons of one request come: at the same time, one after the other at one counter, or just on the same day.
 */
public enum Together {
    SIMULTANEOUS,
    ADJACENT,
    SAME_DAY
}
