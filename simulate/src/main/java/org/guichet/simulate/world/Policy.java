package org.guichet.simulate.world;

import java.util.List;
import java.util.Optional;
import org.guichet.core.allot.Place;

/** A way of giving places. The run tells it what happens, hour after hour. */
interface Policy {
    /** A person begins to look, or asks. */
    void asks(Asker asker, int hour);

    /** The places of another week may be given out. */
    void opens(List<Place> places, int hour);

    /** A holder gave these up. */
    void freed(Asker holder, List<Place> places, int hour);

    /** A holder was absent, and needs a place still. */
    void missed(Asker holder, int hour);

    void everyHour(int hour);

    void weekEnds(int week, int hour);

    /** Who comes at once for a place that begins now and that nobody uses. */
    Optional<Asker> standsBy(Place place);

    /** Whether the reseller kept this place to the end. */
    boolean isKept(Place place);

    Trade trade();

    /** How often people had to connect. */
    long connections();

    /** What broke of the promises that this policy makes. */
    Promises promises();
}
