package org.guichet.core.allot;

/** How good a place is to a request: all places of one tier are alike to it. */
public enum Tier {
    PREFERRED,
    ACCEPTABLE
}
