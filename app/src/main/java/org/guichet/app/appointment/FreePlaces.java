package org.guichet.app.appointment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.guichet.app.catalogue.Place;
import org.guichet.app.catalogue.Places;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Transactions;
import org.springframework.stereotype.Component;

/** Rule 17: frees what somebody holds and gives it to the next in line, both in the caller's transaction. */
@Component
public final class FreePlaces {
    private final Transactions transactions;
    private final Places places;
    private final NextInLine next;

    FreePlaces(Transactions transactions, Places places, NextInLine next) {
        this.transactions = transactions;
        this.places = places;
        this.next = next;
    }

    public void lock(AuthorityId authority, String pool) {
        places.lock(authority, pool);
    }

    /**
     * A transaction under the lock of the pool. Whoever waits for it here holds no connection that others need.
     *
     * @throws java.util.concurrent.RejectedExecutionException if so many wait that the turn does not come
     */
    public <T> T inTurn(AuthorityId authority, String pool, Function<Instant, T> work) {
        return transactions.inTurn(authority, pool, now -> {
            places.lock(authority, pool);
            return work.apply(now);
        });
    }

    /** The same for work that answers nothing. */
    public void runInTurn(AuthorityId authority, String pool, Consumer<Instant> work) {
        inTurn(authority, pool, now -> {
            work.accept(now);
            return now;
        });
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
