package org.guichet.app.appointment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.draw.Ranks;
import org.guichet.app.notice.Message;
import org.guichet.app.notice.Outbox;
import org.guichet.app.page.Localized;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.registration.Correspondence;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Requests;
import org.springframework.stereotype.Component;

/** Tells a request what became of an offer; the calendar file goes with what changes the calendar. */
@Component
final class OfferNotices {
    private static final String OFFERED = "offer";
    private static final String CHOSEN = "chosen";
    private static final String GIVEN_BACK = "given-back";

    private final Correspondence correspondence;
    private final Requests requests;
    private final Catalogues catalogues;
    private final Invitation invitation;
    private final Outbox outbox;
    private final Ranks ranks;

    OfferNotices(
            Correspondence correspondence,
            Requests requests,
            Catalogues catalogues,
            Invitation invitation,
            Outbox outbox,
            Ranks ranks) {
        this.correspondence = correspondence;
        this.requests = requests;
        this.catalogues = catalogues;
        this.invitation = invitation;
        this.outbox = outbox;
        this.ranks = ranks;
    }

    void tellOffered(AuthorityId authority, Request request, Offer offer, Instant now) {
        tell(authority, request, offer, now, OFFERED);
    }

    /**
     * Whether the offer left by any way while at least half of the time to answer was still to come. Who named no way
     * looks or asks at the desk, where it stands from the first moment.
     */
    boolean wasTold(AuthorityId authority, Offer offer) {
        var half = Duration.between(offer.madeAt(), offer.answerBy()).dividedBy(2);
        var until = offer.madeAt().plus(half);
        return outbox.hasLeft(authority, offer.request().value(), OFFERED, offer.madeAt(), until);
    }

    void tell(AuthorityId authority, Offer offer, Instant now, String kind) {
        tell(authority, requests.get(authority, offer.request()), offer, now, kind);
    }

    void tell(AuthorityId authority, Request request, Offer offer, Instant now, String kind) {
        tell(authority, request, offer, now, kind, Optional.empty(), "");
    }

    /** Its centre closed, for a reason; the calendar takes its entry back if it was an appointment. */
    void tellClosed(AuthorityId authority, Request request, Offer closed, Localized reason, Instant now) {
        var file = Optional.of(closed)
                .filter(it -> it.state() == Offer.State.CLOSED)
                .map(it -> calendar(authority, request, it));
        var words = correspondence.view(authority, request).t(reason);
        var again = closed.isToChooseAgain(ranks.of(authority, request.id()).isPresent());
        tell(authority, request, closed, now, again ? "closed-chosen" : "closed", file, words);
    }

    /** Takes back what was told when the offer came to its state. */
    void takeBack(AuthorityId authority, Request request, Offer offer, String kind, Instant now) {
        correspondence.takeBack(authority, request, offer.endedAt().orElseThrow(), kind, now);
    }

    /** Tells at once that the request is recorded and has its appointment, in the place of two messages. */
    void tellChosen(AuthorityId authority, Request request, Offer offer, Instant now) {
        outbox.takeBack(authority, request.id().value(), "registered", request.registeredAt());
        tellWithCalendar(authority, request, offer, now, CHOSEN);
    }

    /** Takes back what has not left of the word that it was chosen; then no calendar has it either. */
    void tellGivenBack(AuthorityId authority, Request request, Offer offer, Instant now) {
        if (outbox.takeBack(authority, request.id().value(), CHOSEN, offer.madeAt())) {
            tell(authority, request, offer, now, GIVEN_BACK);
        } else {
            tellWithCalendar(authority, request, offer, now, GIVEN_BACK);
        }
    }

    void tellWithCalendar(AuthorityId authority, Request request, Offer offer, Instant now, String kind) {
        tell(authority, request, offer, now, kind, Optional.of(calendar(authority, request, offer)), "");
    }

    private Message.Attachment calendar(AuthorityId authority, Request request, Offer offer) {
        var view = correspondence.view(authority, request);
        return new Message.Attachment(
                "rendez-vous.ics", "text/calendar; charset=UTF-8", invitation.of(view, request, offer));
    }

    private void tell(
            AuthorityId authority,
            Request request,
            Offer offer,
            Instant now,
            String kind,
            Optional<Message.Attachment> file,
            String reason) {
        var view = correspondence.view(authority, request);
        var centre = catalogues.of(authority).centre(offer.centre()).orElseThrow();
        correspondence.write(
                authority,
                request,
                now,
                file,
                kind,
                "day",
                view.date(offer.startsAt()),
                "time",
                view.time(offer.startsAt()),
                "centre",
                view.t(centre.name()),
                "address",
                centre.address(),
                "until",
                view.date(offer.answerBy()),
                "hour",
                view.time(offer.answerBy()),
                "persons",
                request.persons(),
                "reason",
                reason);
    }
}
