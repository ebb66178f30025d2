package org.guichet.app.appointment;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.catalogue.KeptPlaces;
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
    /** Places kept under a name until their person has said who comes. */
    record Kept(UUID holder, List<Place> block) {}

    private final Catalogues catalogues;
    private final Places places;
    private final KeptPlaces kept;
    private final Offers offers;
    private final Journal journal;
    private final OfferNotices notices;

    MakeOffer(
            Catalogues catalogues,
            Places places,
            KeptPlaces kept,
            Offers offers,
            Journal journal,
            OfferNotices notices) {
        this.catalogues = catalogues;
        this.places = places;
        this.kept = kept;
        this.offers = offers;
        this.journal = journal;
        this.notices = notices;
    }

    Offer offer(AuthorityId authority, Request request, List<Place> block, Instant now) {
        var declared = declared(authority, now);
        var latest = latest(earliest(block).startsAt(), now);
        var isCutShort = latest.isBefore(declared);
        var offer = draft(request, block, now, isCutShort ? latest : declared, false);
        // What is near goes on to others when nobody answers (decision 24), also where the declared hours are few.
        add(authority, request, offer, isCutShort || offer.isNear(), block);
        places.hold(authority, block, offer.id(), now);
        notices.tellOffered(authority, request, offer, now);
        return offer;
    }

    /** Makes places that are kept the appointment at once: whoever chose them has said yes. */
    Offer chosen(AuthorityId authority, Request request, Kept what, Instant now) {
        var offer = draft(request, what.block(), now, now.plus(Limits.CHOSEN_KEPT), true);
        add(authority, request, offer, false, what.block());
        if (kept.take(authority, what.holder(), offer.id(), now) != what.block().size()) {
            throw new IllegalStateException("Not all that was chosen was kept for " + what.holder());
        }
        var accepted = offers.move(authority, offer, Offer.State.OPEN, Offer.State.ACCEPTED, now)
                .orElseThrow();
        journal.commit(authority, EventKind.ANSWER, offer.pool(), accepted.answer());
        notices.tellChosen(authority, request, accepted, now);
        return accepted;
    }

    private static Offer draft(Request request, List<Place> block, Instant now, Instant answerBy, boolean chosen) {
        var first = earliest(block);
        var last = block.stream().max(Comparator.comparing(Place::endsAt)).orElseThrow();
        return new Offer(
                UUID.randomUUID(),
                request.id(),
                request.pool(),
                Offer.State.OPEN,
                now,
                answerBy,
                Optional.empty(),
                first.centre(),
                first.startsAt(),
                last.endsAt(),
                chosen);
    }

    private void add(AuthorityId authority, Request request, Offer offer, boolean isCutShort, List<Place> block) {
        offers.add(authority, offer, isCutShort);
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
    }

    private static Place earliest(List<Place> block) {
        return block.stream().min(Comparator.comparing(Place::startsAt)).orElseThrow();
    }

    // Rule 15: so many working hours.
    private Instant declared(AuthorityId authority, Instant now) {
        var rule = catalogues.of(authority).authority();
        // By the minute: a run that begins three seconds late must not end its offers on another day.
        return rule.answerTime().after(now.truncatedTo(ChronoUnit.MINUTES), rule.answerHours());
    }

    // Rule 15: fewer when the day is near.
    private static Instant latest(Instant start, Instant now) {
        var half = Duration.between(now, start).dividedBy(2);
        var before = half.compareTo(Limits.OFFER_ENDS_BEFORE_PLACE) < 0 ? half : Limits.OFFER_ENDS_BEFORE_PLACE;
        return start.minus(before).truncatedTo(ChronoUnit.MINUTES);
    }
}
