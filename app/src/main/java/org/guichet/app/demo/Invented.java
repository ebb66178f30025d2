package org.guichet.app.demo;

import java.time.Instant;
import org.guichet.app.registration.Application;

/** Somebody who never lived: what is asked, when, how an offer will be answered, and how the visit will end. */
record Invented(Application application, Instant asksAt, Answer answer, Visit visit) {
    /** How an offer is answered, and how fast. */
    enum Answer {
        YES_SOON,
        YES_LATE,
        NO,
        SILENCE
    }

    /** How the day at the counter ends. */
    enum Visit {
        COMPLETE,
        INCOMPLETE,
        ABSENT
    }
}
