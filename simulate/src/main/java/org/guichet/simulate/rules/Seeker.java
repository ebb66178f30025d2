package org.guichet.simulate.rules;

import org.guichet.core.allot.Place;
import org.guichet.core.allot.Together;

/** A request, as far as the rules of allotment look at it. */
public interface Seeker {
    int persons();

    Together together();

    /** What is preferred is also accepted. */
    boolean prefers(Place place);

    boolean accepts(Place place);
}
