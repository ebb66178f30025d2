package org.guichet.simulate.world;

import java.util.List;
import org.guichet.core.allot.Place;

/** Places held by a request, and what will become of them. */
record Booking(Asker asker, List<Place> places, Fate fate) {
    enum Fate {
        COMES,
        REFUSES,
        GIVES_UP_EARLY,
        GIVES_UP_LATE,
        IS_ABSENT
    }
}
