package org.guichet.app.choosing;

import java.util.Optional;
import org.guichet.app.appointment.Appoint;
import org.guichet.app.appointment.Offer;
import org.guichet.app.appointment.Offers;
import org.guichet.app.draw.Ranks;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Requests;
import org.springframework.stereotype.Component;

/** Gives another place to a request whose chosen place was given back or lost, by the same rules as the first. */
@Component
public final class ChooseAgain {
    private final HoldPlace hold;
    private final Appoint appoint;
    private final Calendars calendars;
    private final Requests requests;
    private final Offers offers;
    private final Ranks ranks;

    ChooseAgain(HoldPlace hold, Appoint appoint, Calendars calendars, Requests requests, Offers offers, Ranks ranks) {
        this.hold = hold;
        this.appoint = appoint;
        this.calendars = calendars;
        this.requests = requests;
        this.offers = offers;
        this.ranks = ranks;
    }

    public Chooser chooser(AuthorityId authority, Request request) {
        return new Chooser(
                request.pool(), request.id().value(), requests.persons(authority, request.id()), request.together());
    }

    /** What can be chosen at this moment: empty where this request chooses nothing, or nobody does. */
    public Optional<Calendar> calendar(AuthorityId authority, Request request) {
        return mayChoose(authority, request) ? calendars.of(authority, chooser(authority, request)) : Optional.empty();
    }

    /** The appointment; empty where the place is not free, or places are not chosen any more. */
    public Optional<Offer> choose(AuthorityId authority, Request request, Wanted wanted) {
        return mayChoose(authority, request)
                        && hold.holdToSend(authority, chooser(authority, request), wanted)
                                instanceof HoldPlace.Outcome.Held
                ? appoint.appoint(authority, request.id(), request.id().value())
                : offers.live(authority, request.id());
    }

    /** Whether this request has no place and may choose one, if any is free. */
    public boolean mayChoose(AuthorityId authority, Request request) {
        return request.isLive()
                && offers.ofRequest(authority, request.id()).stream()
                        .findFirst()
                        .filter(it -> it.isToChooseAgain(
                                ranks.of(authority, request.id()).isPresent()))
                        .isPresent();
    }
}
