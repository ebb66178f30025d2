package org.guichet.app.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.Places;
import org.guichet.app.ledger.Journal;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.registration.Requests;
import org.guichet.core.ledger.leaf.EventKind;
import org.springframework.stereotype.Component;

/**
 * Rule 19: what stands in a closed centre ends, with all its places, and keeps its rank. Part of the caller's
 * transaction, under the lock of the pool.
 */
@Component
public final class CentreClosed {
    private final Offers offers;
    private final Places places;
    private final Requests requests;
    private final Journal journal;
    private final OfferNotices notices;
    private final HoldRun run;

    CentreClosed(Offers offers, Places places, Requests requests, Journal journal, OfferNotices notices, HoldRun run) {
        this.offers = offers;
        this.places = places;
        this.requests = requests;
        this.journal = journal;
        this.notices = notices;
        this.run = run;
    }

    /**
     * The offers and appointments of a pool that a closure hits, also those whose time has come already; until the end
     * of the caller's transaction nobody is called for one of them.
     */
    public List<Offer> standing(AuthorityId authority, String pool, Catalogue.Closure closure, ZoneId zone) {
        return offers.liveIn(
                authority,
                pool,
                closure.centre(),
                midnight(closure.from(), zone),
                midnight(closure.until().plusDays(1), zone));
    }

    /** Ends one of them, frees its places and says why. */
    public void end(AuthorityId authority, Offer offer, Catalogue.Closure closure, Instant now) {
        var to = offer.state() == Offer.State.ACCEPTED ? Offer.State.CLOSED : Offer.State.RETRACTED;
        var ended = offers.move(authority, offer, offer.state(), to, now)
                .orElseThrow(() ->
                        new IllegalStateException("Offer " + offer.id() + " was moved without the lock of its pool"));
        places.release(authority, offer.id(), now);
        journal.commit(authority, EventKind.ANSWER, offer.pool(), ended.answer());
        notices.tellClosed(authority, requests.get(authority, offer.request()), ended, closure.reason(), now);
    }

    /** One run at once over whatever is free now, for those who lost a place and all who wait. */
    public void giveAgain(AuthorityId authority, String pool, Instant now) {
        run.holdNow(authority, pool, now);
    }

    private static Instant midnight(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
