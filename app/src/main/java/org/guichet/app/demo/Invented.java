package org.guichet.app.demo;

import java.time.Instant;
import org.guichet.app.registration.Application;

/** Somebody who never lived: what is asked, when, and how an offer will be answered. */
record Invented(Application application, Instant asksAt, Answer answer, boolean comes) {
    /** How an offer is answered, and how fast. */
    enum Answer {
        YES_SOON,
        YES_LATE,
        NO,
        SILENCE
    }
}
