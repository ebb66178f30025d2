package org.guichet.simulate.world;

/** Why a place was not used. */
public enum Lost {
    /** Its holder did not come. */
    ABSENT,
    /** Given up, and not taken by anybody else in time. */
    GIVEN_UP,
    /** The reseller kept it to the end. */
    KEPT,
    /** Nobody ever took it. */
    NEVER_TAKEN
}
