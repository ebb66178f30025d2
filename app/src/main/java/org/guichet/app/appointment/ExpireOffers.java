package org.guichet.app.appointment;

import java.time.Instant;
import org.guichet.app.ledger.Journal;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Transactions;
import org.guichet.app.registration.Requests;
import org.guichet.core.ledger.leaf.EventKind;
import org.springframework.stereotype.Component;

/**
 * Ends offers that nobody answered: the rank is kept, the places go on, and two silences in a row put the request to
 * sleep.
 */
@Component
public final class ExpireOffers {
    private final Transactions transactions;
    private final Offers offers;
    private final FreePlaces free;
    private final Requests requests;
    private final Journal journal;
    private final OfferNotices notices;

    ExpireOffers(
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

    public void expire(AuthorityId authority) {
        offers.over(authority, transactions.now()).forEach(offer -> expire(authority, offer));
    }

    private void expire(AuthorityId authority, Offer offer) {
        transactions.run(now -> {
            free.lock(authority, offer.pool());
            offers.end(authority, offer, notices.wasTold(authority, offer), now).ifPresent(state -> {
                journal.commit(
                        authority,
                        EventKind.ANSWER,
                        offer.pool(),
                        "offer %s\nanswer %s\n".formatted(offer.id(), state));
                var request = requests.get(authority, offer.request());
                notices.tell(authority, request, offer, now, notice(authority, offer, state, now));
                free.give(authority, offer, now);
            });
        });
    }

    /** An offer whose time was cut short, by an outage or since nobody could be told, is no silence. */
    private String notice(AuthorityId authority, Offer offer, Offer.State state, Instant now) {
        if (state == Offer.State.LAPSED) {
            return "cut-short";
        }
        if (silences(authority, offer) < Limits.SILENCES_BEFORE_SLEEP) {
            return "silent";
        }
        offers.fallAsleep(authority, offer.request(), now);
        return "asleep";
    }

    /** How many offers in a row, the newest included, were left without an answer. */
    private long silences(AuthorityId authority, Offer offer) {
        return offers.ofRequest(authority, offer.request()).stream()
                .takeWhile(it -> it.state() == Offer.State.SILENT)
                .count();
    }
}
