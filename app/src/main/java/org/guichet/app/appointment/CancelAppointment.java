package org.guichet.app.appointment;

import org.guichet.app.ledger.Journal;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Transactions;
import org.guichet.app.registration.RequestId;
import org.guichet.app.registration.Requests;
import org.guichet.core.ledger.leaf.EventKind;
import org.springframework.stereotype.Component;

/**
 * Gives an appointment back: the request keeps its rank, and the next in line is asked at once. Again changes nothing.
 */
@Component
public final class CancelAppointment {
    private final Transactions transactions;
    private final Offers offers;
    private final FreePlaces free;
    private final Requests requests;
    private final Journal journal;
    private final OfferNotices notices;

    CancelAppointment(
            Transactions transactions,
            Offers offers,
            FreePlaces free,
            Requests requests,
            Journal journal,
            OfferNotices notices) {
        this.transactions = transactions;
        this.offers = offers;
        this.free = free;
        this.requests = requests;
        this.journal = journal;
        this.notices = notices;
    }

    public void cancel(AuthorityId authority, RequestId id) {
        transactions.run(now -> {
            var request = requests.get(authority, id);
            free.lock(authority, request.pool());
            offers.live(authority, id).ifPresent(offer -> {
                if (now.isBefore(offer.startsAt())
                        && offers.move(authority, offer, Offer.State.ACCEPTED, Offer.State.CANCELLED, now)) {
                    var cancelled = offers.find(authority, offer.id()).orElseThrow();
                    journal.commit(
                            authority,
                            EventKind.ANSWER,
                            offer.pool(),
                            "offer %s\nanswer CANCELLED\n".formatted(offer.id()));
                    notices.tellWithCalendar(authority, request, cancelled, now, "cancelled");
                    free.give(authority, offer, now);
                }
            });
        });
    }
}
