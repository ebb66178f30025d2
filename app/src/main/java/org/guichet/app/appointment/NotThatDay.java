package org.guichet.app.appointment;

import java.time.LocalDate;
import java.util.Optional;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Transactions;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Requests;
import org.guichet.app.registration.Wishes;
import org.springframework.stereotype.Component;

/** Adds the day of an offer to the impossible days of its request, as its person would by changing what suits. */
@Component
public final class NotThatDay {
    private final Catalogues catalogues;
    private final Requests requests;
    private final ChangeWishes change;
    private final Transactions transactions;

    NotThatDay(Catalogues catalogues, Requests requests, ChangeWishes change, Transactions transactions) {
        this.catalogues = catalogues;
        this.requests = requests;
        this.change = change;
        this.transactions = transactions;
    }

    /** Whether the request has room for one impossible day more. */
    public boolean hasRoom(AuthorityId authority, Offer offer) {
        return wishes(authority, requests.get(authority, offer.request()), offer)
                .isPresent();
    }

    /** Part of the caller's transaction, under the lock of the pool, where there is room. */
    void add(AuthorityId authority, Offer offer) {
        var request = requests.get(authority, offer.request());
        change.change(
                authority,
                request,
                request.together(),
                wishes(authority, request, offer).orElseThrow());
    }

    private Optional<Wishes> wishes(AuthorityId authority, Request request, Offer offer) {
        var zone = catalogues.of(authority).authority().zone();
        return request.wishes()
                .without(LocalDate.ofInstant(offer.startsAt(), zone), LocalDate.ofInstant(transactions.now(), zone));
    }
}
