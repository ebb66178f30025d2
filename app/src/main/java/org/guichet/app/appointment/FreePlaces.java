package org.guichet.app.appointment;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.guichet.app.catalogue.Places;
import org.guichet.app.platform.AuthorityId;
import org.springframework.stereotype.Component;

/** Rule 17: frees what somebody holds and gives it to the next in line, both in the caller's transaction. */
@Component
public final class FreePlaces {
    private final Places places;
    private final Allotment allotment;

    FreePlaces(Places places, Allotment allotment) {
        this.places = places;
        this.allotment = allotment;
    }

    public void lock(AuthorityId authority, String pool) {
        places.lock(authority, pool);
    }

    /** The lock of the pool is held. Whoever frees a place does not get it back. */
    void give(AuthorityId authority, Offer offer, Instant now) {
        places.release(authority, offer.id(), now);
        allotment.give(authority, offer.pool(), now, Set.of(offer.request()));
    }

    /** The lock of the pool is held. What was kept for people who are choosing, and no longer is, goes to the line. */
    public void letGo(AuthorityId authority, String pool, Collection<UUID> kept, Instant now) {
        kept.forEach(it -> places.release(authority, it, now));
        allotment.give(authority, pool, now, Set.of());
    }
}
