package org.guichet.app.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.platform.AuthorityId;

/** An agent at a counter of the centre. */
public record Desk(ActingAgent agent, Catalogue.Centre centre, int counter, ZoneId zone) {
    public AuthorityId authority() {
        return agent.authority();
    }

    /** The day it is at the counter. */
    public LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }
}
