package org.guichet.app.appointment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.guichet.app.catalogue.Place;
import org.guichet.app.catalogue.Places;
import org.guichet.app.platform.AuthorityId;
import org.springframework.stereotype.Component;

/** Rule 17: frees what somebody holds and gives it to the next in line, both in the caller's transaction. */
@Component
public final class FreePlaces {
    private final Places places;
    private final NextInLine next;

    FreePlaces(Places places, NextInLine next) {
        this.places = places;
        this.next = next;
    }

    public void lock(AuthorityId authority, String pool) {
        places.lock(authority, pool);
    }

    /** The lock of the pool is held. Whoever frees a place does not get it back. */
    void give(AuthorityId authority, Offer offer, Instant now) {
        var freed = places.release(authority, offer.id(), now);
        next.give(authority, offer.pool(), freed, Set.of(offer.request()), now);
    }

    /** The lock of the pool is held. What was kept for people who are choosing, and no longer is, goes to the line. */
    public void letGo(AuthorityId authority, String pool, Collection<UUID> kept, Instant now) {
        var freed = kept.stream()
                .flatMap(it -> places.release(authority, it, now).stream())
                .toList();
        pass(authority, pool, freed, now);
    }

    /** The lock of the pool is held. Places that nobody holds any more go to the line. */
    public void pass(AuthorityId authority, String pool, List<Place> freed, Instant now) {
        next.give(authority, pool, freed, Set.of(), now);
    }
}
