package org.guichet.app.appointment;

/** What of a place does not suit whoever gives it up: its time, or all of its day. */
public enum Unsuited {
    TIME,
    DAY
}
