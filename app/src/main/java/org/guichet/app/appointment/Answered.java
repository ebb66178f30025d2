package org.guichet.app.appointment;

import java.time.Instant;
import org.guichet.app.ledger.Journal;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Requests;
import org.guichet.core.ledger.leaf.EventKind;
import org.springframework.stereotype.Component;

/** What follows when an offer has come to its state at its person's word; part of the caller's transaction. */
@Component
final class Answered {
    private final FreePlaces free;
    private final Requests requests;
    private final Journal journal;
    private final OfferNotices notices;
    private final NotThatDay notThatDay;

    Answered(FreePlaces free, Requests requests, Journal journal, OfferNotices notices, NotThatDay notThatDay) {
        this.free = free;
        this.requests = requests;
        this.journal = journal;
        this.notices = notices;
        this.notThatDay = notThatDay;
    }

    void accepted(AuthorityId authority, Offer offer, Instant now) {
        commit(authority, offer);
        notices.tellWithCalendar(authority, requests.get(authority, offer.request()), offer, now, "accepted");
    }

    void refused(AuthorityId authority, Offer offer, Unsuited unsuited, Instant now) {
        commit(authority, offer);
        notices.tell(authority, offer, now, "refused");
        free(authority, offer, unsuited, now);
    }

    void cancelled(AuthorityId authority, Request request, Offer offer, Unsuited unsuited, Instant now) {
        commit(authority, offer);
        if (offer.chosen()) {
            notices.tellGivenBack(authority, request, offer, now);
        } else {
            notices.tellWithCalendar(authority, request, offer, now, "cancelled");
        }
        free(authority, offer, unsuited, now);
    }

    private void commit(AuthorityId authority, Offer offer) {
        journal.commit(authority, EventKind.ANSWER, offer.pool(), offer.answer());
    }

    private void free(AuthorityId authority, Offer offer, Unsuited unsuited, Instant now) {
        // Before any place goes on, so that none of that day comes back.
        switch (unsuited) {
            case TIME -> {}
            case DAY -> notThatDay.add(authority, offer);
        }
        free.give(authority, offer, now);
    }
}
