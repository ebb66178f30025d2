package org.guichet.app.appointment;

import java.time.Instant;
import java.util.UUID;
import org.guichet.app.ledger.Journal;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.registration.Requests;
import org.guichet.core.ledger.leaf.EventKind;
import org.springframework.stereotype.Component;

/**
 * Takes the answer to an offer: yes makes it the appointment, no keeps the rank and frees the places to the next in
 * line.
 */
@Component
public final class AnswerOffer {
    private final Offers offers;
    private final FreePlaces free;
    private final Requests requests;
    private final Journal journal;
    private final OfferNotices notices;
    private final ExpireOffers expire;

    AnswerOffer(
            Offers offers,
            FreePlaces free,
            Requests requests,
            Journal journal,
            OfferNotices notices,
            ExpireOffers expire) {
        this.offers = offers;
        this.free = free;
        this.requests = requests;
        this.journal = journal;
        this.notices = notices;
        this.expire = expire;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** It is as answered now. */
        record Taken() implements Outcome {}

        /** It was answered, or its time was over, before: nothing of it changed, but a request that slept is awake. */
        record TooLate(Offer offer) implements Outcome {}
    }

    public Outcome yes(AuthorityId authority, UUID offer) {
        return answer(authority, offer, Offer.State.ACCEPTED);
    }

    public Outcome no(AuthorityId authority, UUID offer) {
        return answer(authority, offer, Offer.State.REFUSED);
    }

    private Outcome answer(AuthorityId authority, UUID id, Offer.State answer) {
        var pool = offers.find(authority, id).orElseThrow().pool();
        return free.inTurn(authority, pool, now -> {
            // Read under the lock: its deadline has moved by every outage.
            var offer = offers.find(authority, id).orElseThrow();
            if (!now.isBefore(offer.answerBy())) {
                expire.answeredTooLate(authority, offer, now);
                return tooLate(authority, id);
            }
            return offers.move(authority, offer, Offer.State.OPEN, answer, now)
                    .map(it -> taken(authority, it, now))
                    .orElseGet(() -> tooLate(authority, id));
        });
    }

    private Outcome tooLate(AuthorityId authority, UUID id) {
        return new Outcome.TooLate(offers.find(authority, id).orElseThrow());
    }

    private Outcome taken(AuthorityId authority, Offer offer, Instant now) {
        var request = requests.get(authority, offer.request());
        journal.commit(
                authority,
                EventKind.ANSWER,
                offer.pool(),
                "offer %s\nanswer %s\n".formatted(offer.id(), offer.state()));
        if (offer.state() == Offer.State.ACCEPTED) {
            notices.tellWithCalendar(authority, request, offer, now, "accepted");
        } else {
            notices.tell(authority, request, offer, now, "refused");
            free.give(authority, offer, now);
        }
        return new Outcome.Taken();
    }
}
