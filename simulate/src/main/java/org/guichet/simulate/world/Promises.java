package org.guichet.simulate.world;

/**
 * How often a promise was broken; all must be zero under our rules.
 *
 * @param heldTwice a place was given while somebody held it
 * @param brokenGroups a family got other places than all of its own, or not together
 * @param passedOver a place stayed free that somebody in the line accepts
 */
public record Promises(int heldTwice, int brokenGroups, int passedOver) {
    public boolean kept() {
        return heldTwice + brokenGroups + passedOver == 0;
    }
}
