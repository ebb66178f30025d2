package org.guichet.app.appointment;

import java.time.Instant;
import org.guichet.app.ledger.Journal;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.RequestId;
import org.guichet.app.registration.Requests;
import org.guichet.core.ledger.leaf.EventKind;
import org.springframework.stereotype.Component;

/**
 * Gives an appointment back: the request keeps its rank, and the next in line is asked at once. Again changes nothing.
 */
@Component
public final class CancelAppointment {
    private final Offers offers;
    private final FreePlaces free;
    private final Requests requests;
    private final Journal journal;
    private final OfferNotices notices;

    CancelAppointment(Offers offers, FreePlaces free, Requests requests, Journal journal, OfferNotices notices) {
        this.offers = offers;
        this.free = free;
        this.requests = requests;
        this.journal = journal;
        this.notices = notices;
    }

    public void cancel(AuthorityId authority, RequestId id) {
        var request = requests.get(authority, id);
        free.runInTurn(
                authority,
                request.pool(),
                now -> offers.live(authority, id)
                        .filter(it -> now.isBefore(it.startsAt()))
                        .flatMap(it -> offers.move(authority, it, Offer.State.ACCEPTED, Offer.State.CANCELLED, now))
                        .ifPresent(it -> cancelled(authority, request, it, now)));
    }

    private void cancelled(AuthorityId authority, Request request, Offer offer, Instant now) {
        journal.commit(authority, EventKind.ANSWER, offer.pool(), "offer %s\nanswer CANCELLED\n".formatted(offer.id()));
        notices.tellWithCalendar(authority, request, offer, now, offer.chosen() ? "given-back" : "cancelled");
        free.give(authority, offer, now);
    }
}
