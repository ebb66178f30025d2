package org.guichet.app.appointment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.guichet.app.catalogue.Places;
import org.guichet.app.draw.Ranks;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.registration.EndRequest;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Requests;
import org.springframework.stereotype.Component;

/** What its day makes of an appointment: met, missed, or again what it was. Part of the caller's transaction. */
@Component
public final class Attendance {
    private final Places places;
    private final Offers offers;
    private final Ranks ranks;
    private final Requests requests;
    private final EndRequest end;
    private final OfferNotices notices;

    Attendance(Places places, Offers offers, Ranks ranks, Requests requests, EndRequest end, OfferNotices notices) {
        this.places = places;
        this.offers = offers;
        this.ranks = ranks;
        this.requests = requests;
        this.end = end;
        this.notices = notices;
    }

    /**
     * How things stood before, so that they can be put back: since when it was the appointment, the rank that was lost,
     * and whether the request ended with it.
     */
    public record Before(Instant acceptedAt, Optional<Ranks.Rank> rank, boolean ended) {}

    /** The dossier was received: the request ends. Empty if this is no appointment any more. */
    public Optional<Before> received(AuthorityId authority, UUID offer, Instant now) {
        return leave(authority, offer, Offer.State.MET, now).map(left -> {
            var ended = end.received(authority, requests.get(authority, left.request()), now);
            if (ended) {
                offers.leaveLine(authority, left.request());
            }
            return new Before(acceptedAt(left), Optional.empty(), ended);
        });
    }

    /** Its persons came, and something is missing: the request goes on with its rank. */
    public Optional<Before> incomplete(AuthorityId authority, UUID offer, Instant now) {
        return leave(authority, offer, Offer.State.MET, now)
                .map(left -> new Before(acceptedAt(left), Optional.empty(), false));
    }

    /**
     * Nobody came. Rule 20: the first time sends the request to the end of its line, later times cost nothing more, and
     * neither does a time before it is drawn. Empty before the appointed time too.
     */
    public Optional<Before> absent(AuthorityId authority, UUID offer, Instant now) {
        if (now.isBefore(offers.find(authority, offer).orElseThrow().startsAt())) {
            return Optional.empty();
        }
        return leave(authority, offer, Offer.State.ABSENT, now).map(left -> {
            var rank = ranks.asDrawn(authority, left.request());
            rank.ifPresent(it -> {
                ranks.toTheEnd(authority, left.pool(), it.request());
                offers.enterLineAgain(authority, it.request());
            });
            var request = requests.get(authority, left.request());
            notices.tell(authority, request, left, now, notice(rank));
            return new Before(acceptedAt(left), rank, false);
        });
    }

    /** Puts back what was; false, and nothing is changed, where something has happened to the request since. */
    public boolean undo(AuthorityId authority, UUID id, Before before, Instant now) {
        var offer = offers.find(authority, id).orElseThrow();
        places.lock(authority, offer.pool());
        var request = requests.get(authority, offer.request());
        if (offers.live(authority, request.id()).isPresent() || !resume(authority, request, before)) {
            return false;
        }
        if (!offers.reopen(authority, offer, before.acceptedAt())) {
            throw new IllegalStateException("Offer " + offer.id() + " changed under the lock of its pool");
        }
        before.rank().ifPresent(it -> ranks.restore(authority, it));
        if (offer.state() == Offer.State.ABSENT) {
            notices.takeBack(authority, request, offer, notice(before.rank()), now);
        }
        return true;
    }

    private boolean resume(AuthorityId authority, Request request, Before before) {
        return before.ended()
                ? end.notReceived(authority, request)
                : request.ended().isEmpty();
    }

    // The offer as it was left; the row that was found accepted decides, whatever runs at the same time.
    private Optional<Offer> leave(AuthorityId authority, UUID id, Offer.State to, Instant now) {
        places.lock(authority, offers.find(authority, id).orElseThrow().pool());
        var offer = offers.find(authority, id).orElseThrow();
        return offers.move(authority, offer, Offer.State.ACCEPTED, to, now).map(_ -> offer);
    }

    private static String notice(Optional<Ranks.Rank> lost) {
        return lost.isPresent() ? "absent" : "absent-kept";
    }

    private static Instant acceptedAt(Offer accepted) {
        return accepted.endedAt().orElse(accepted.madeAt());
    }
}
