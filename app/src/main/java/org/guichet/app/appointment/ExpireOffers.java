package org.guichet.app.appointment;

import java.time.Instant;
import java.util.function.Function;
import org.guichet.app.ledger.Journal;
import org.guichet.app.platform.Apart;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Transactions;
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
    private final Silences silences;
    private final FreePlaces free;
    private final Journal journal;
    private final OfferNotices notices;

    ExpireOffers(
            Transactions transactions,
            Offers offers,
            Silences silences,
            FreePlaces free,
            Journal journal,
            OfferNotices notices) {
        this.transactions = transactions;
        this.offers = offers;
        this.silences = silences;
        this.free = free;
        this.journal = journal;
        this.notices = notices;
    }

    public void expire(AuthorityId authority) {
        Apart.each(offers.over(authority, transactions.now()), offer -> expire(authority, offer));
    }

    private void expire(AuthorityId authority, Offer offer) {
        transactions.run(now -> {
            free.lock(authority, offer.pool());
            end(authority, offer, now, state -> notice(authority, offer, state, now));
        });
    }

    /**
     * Rule 16: an answer after the time changes nothing of the offer, and is a word all the same, at which a request
     * that sleeps wakes. The lock of the pool is held.
     */
    void answeredTooLate(AuthorityId authority, Offer offer, Instant now) {
        end(authority, offer, now, ExpireOffers::notice);
        offers.find(authority, offer.id())
                .filter(it -> it.state() == Offer.State.SILENT)
                .ifPresent(it -> silences.hear(authority, it.request(), now));
    }

    private void end(AuthorityId authority, Offer offer, Instant now, Function<Offer.State, String> notice) {
        offers.end(authority, offer, notices.wasTold(authority, offer), now).ifPresent(state -> {
            journal.commit(authority, EventKind.ANSWER, offer.pool(), offer.answer(state));
            notices.tell(authority, offer, now, notice.apply(state));
            free.give(authority, offer, now);
        });
    }

    private String notice(AuthorityId authority, Offer offer, Offer.State state, Instant now) {
        if (state != Offer.State.SILENT || silences.inARow(authority, offer.request()) < Limits.SILENCES_BEFORE_SLEEP) {
            return notice(state);
        }
        offers.fallAsleep(authority, offer.request(), now);
        return "asleep";
    }

    /** An offer that left less time than usual, or that nobody could be told of, is no silence. */
    private static String notice(Offer.State ended) {
        return ended == Offer.State.LAPSED ? "cut-short" : "silent";
    }
}
