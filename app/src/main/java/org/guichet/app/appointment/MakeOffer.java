package org.guichet.app.appointment;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.catalogue.Place;
import org.guichet.app.catalogue.Places;
import org.guichet.app.ledger.Journal;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Limits;
import org.guichet.app.registration.Request;
import org.guichet.core.ledger.leaf.EventKind;
import org.springframework.stereotype.Component;

/** Holds places for a request and says so by every way it named; part of the caller's transaction. */
@Component
final class MakeOffer {
    private final Catalogues catalogues;
    private final Places places;
    private final Offers offers;
    private final Journal journal;
    private final OfferNotices notices;

    MakeOffer(Catalogues catalogues, Places places, Offers offers, Journal journal, OfferNotices notices) {
        this.catalogues = catalogues;
        this.places = places;
        this.offers = offers;
        this.journal = journal;
        this.notices = notices;
    }

    void offer(AuthorityId authority, Request request, List<Place> block, Instant now) {
        var first = block.stream().min(Comparator.comparing(Place::startsAt)).orElseThrow();
        var last = block.stream().max(Comparator.comparing(Place::endsAt)).orElseThrow();
        var offer = new Offer(
                UUID.randomUUID(),
                request.id(),
                request.pool(),
                Offer.State.OPEN,
                now,
                answerBy(authority, first, now),
                Optional.empty(),
                first.centre(),
                first.startsAt(),
                last.endsAt());
        offers.add(authority, offer);
        places.hold(authority, block, offer.id(), now);
        journal.commit(
                authority,
                EventKind.OFFER,
                request.pool(),
                "request %s\nplaces %s\nuntil %s\n"
                        .formatted(
                                request.label().hex(),
                                block.stream()
                                        .map(it -> String.valueOf(it.id()))
                                        .toList(),
                                offer.answerBy()));
        notices.tell(authority, request, offer, now, "offer");
    }

    // Rule 15: so many working hours, fewer when the day is near.
    private Instant answerBy(AuthorityId authority, Place first, Instant now) {
        var rule = catalogues.of(authority).authority();
        // By the minute: a run that begins three seconds late must not end its offers on another day.
        var declared = rule.answerTime().after(now.truncatedTo(ChronoUnit.MINUTES), rule.answerHours());
        var latest = first.startsAt().minus(Limits.OFFER_ENDS_BEFORE_PLACE);
        return declared.isBefore(latest) ? declared : latest;
    }
}
