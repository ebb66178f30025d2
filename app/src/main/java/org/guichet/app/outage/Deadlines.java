package org.guichet.app.outage;

import java.time.Instant;
import org.guichet.app.platform.AuthorityId;

/** Deadlines of people, in the tables of one feature. */
public interface Deadlines {
    /** Moves what ran when the service went down by as long as it was down; part of the caller's transaction. */
    void move(AuthorityId authority, Outage outage, Instant now);
}
