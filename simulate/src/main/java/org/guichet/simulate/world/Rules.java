package org.guichet.simulate.world;

/** The three ways of giving places that are compared. */
public enum Rules {
    IMMEDIATE,
    RANDOM_TIMES,
    OURS
}
