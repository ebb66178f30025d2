package org.guichet.app.appointment;

import java.time.Instant;
import java.util.UUID;
import java.util.function.BiFunction;
import org.guichet.app.platform.AuthorityId;
import org.springframework.stereotype.Component;

/**
 * Takes the answer to an offer: yes makes it the appointment, no keeps the rank and frees the places to the next in
 * line, after the whole day is said to be impossible where it is.
 */
@Component
public final class AnswerOffer {
    private final Offers offers;
    private final FreePlaces free;
    private final Answered answered;
    private final ExpireOffers expire;
    private final NotThatDay notThatDay;

    AnswerOffer(Offers offers, FreePlaces free, Answered answered, ExpireOffers expire, NotThatDay notThatDay) {
        this.offers = offers;
        this.free = free;
        this.answered = answered;
        this.expire = expire;
        this.notThatDay = notThatDay;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** It is as answered now. */
        record Taken() implements Outcome {}

        /** It was answered, or its time was over, before: nothing of it changed, but a request that slept is awake. */
        record TooLate(Offer offer) implements Outcome {}

        /** The request has no room for another impossible day: nothing changed. */
        record NoRoom() implements Outcome {}
    }

    public Outcome yes(AuthorityId authority, UUID id) {
        return answer(authority, id, (offer, now) -> accept(authority, offer, now));
    }

    public Outcome no(AuthorityId authority, UUID id) {
        return no(authority, id, Unsuited.TIME);
    }

    public Outcome no(AuthorityId authority, UUID id, Unsuited unsuited) {
        return answer(authority, id, (offer, now) -> refuse(authority, offer, unsuited, now));
    }

    private Outcome answer(AuthorityId authority, UUID id, BiFunction<Offer, Instant, Outcome> take) {
        var pool = offers.find(authority, id).orElseThrow().pool();
        return free.inTurn(authority, pool, now -> {
            // Read under the lock: its deadline has moved by every outage.
            var offer = offers.find(authority, id).orElseThrow();
            if (offer.isOver(now)) {
                expire.answeredTooLate(authority, offer, now);
                return tooLate(authority, offer);
            }
            return take.apply(offer, now);
        });
    }

    private Outcome accept(AuthorityId authority, Offer offer, Instant now) {
        var accepted = offers.move(authority, offer, Offer.State.OPEN, Offer.State.ACCEPTED, now);
        accepted.ifPresent(it -> answered.accepted(authority, it, now));
        return accepted.isPresent() ? new Outcome.Taken() : tooLate(authority, offer);
    }

    private Outcome refuse(AuthorityId authority, Offer offer, Unsuited unsuited, Instant now) {
        if (unsuited == Unsuited.DAY && !notThatDay.hasRoom(authority, offer)) {
            return new Outcome.NoRoom();
        }
        var refused = offers.move(authority, offer, Offer.State.OPEN, Offer.State.REFUSED, now);
        refused.ifPresent(it -> answered.refused(authority, it, unsuited, now));
        return refused.isPresent() ? new Outcome.Taken() : tooLate(authority, offer);
    }

    private Outcome tooLate(AuthorityId authority, Offer offer) {
        return new Outcome.TooLate(offers.find(authority, offer.id()).orElseThrow());
    }
}
