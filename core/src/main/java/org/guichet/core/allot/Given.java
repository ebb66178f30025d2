package org.guichet.core.allot;

import java.util.List;

/**
 * What one request got: all its places, the earliest first, and what it was granted, which says how far it was moved at
 * most.
 *
 * @param tier the tier that all the places are of
 * @param byPrecedence whether it was served before the ordinary line, within the share of its centre and week
 */
public record Given(Turn turn, Tier tier, boolean byPrecedence, List<Place> places) {
    public Given {
        places = List.copyOf(places);
    }

    public String label() {
        return turn.label();
    }
}
