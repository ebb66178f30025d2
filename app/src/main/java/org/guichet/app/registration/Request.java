package org.guichet.app.registration;

import java.time.Instant;
import java.util.Optional;
import org.guichet.app.page.Language;
import org.guichet.core.allot.Together;
import org.guichet.core.draw.Label;

/**
 * One or several persons who come together for one procedure. A request that is {@code joined} asks for somebody who
 * stands in the line already: it looks like any other from outside, and no place is given to it. One that is {@code
 * atDesk} named no way to be reached: its person asks. {@code reachChangedAt} is of the clock on the wall.
 */
public record Request(
        RequestId id,
        String pool,
        int window,
        RequestNumber number,
        Label label,
        Instant registeredAt,
        Language language,
        int persons,
        Together together,
        Wishes wishes,
        boolean joined,
        boolean atDesk,
        Optional<Ended> ended,
        Optional<Instant> reachChangedAt) {

    /** Why a request is over. */
    public enum Ending {
        WITHDRAWN,
        RECEIVED
    }

    /** When and why a request was over. */
    public record Ended(Instant at, Ending why) {}

    public boolean isLive() {
        return !joined && ended.isEmpty();
    }
}
