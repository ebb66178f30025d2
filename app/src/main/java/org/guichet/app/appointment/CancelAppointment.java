package org.guichet.app.appointment;

import org.guichet.app.platform.AuthorityId;
import org.guichet.app.registration.RequestId;
import org.guichet.app.registration.Requests;
import org.springframework.stereotype.Component;

/**
 * Gives an appointment back: the request keeps its rank, and the next in line is asked at once. Again changes nothing.
 */
@Component
public final class CancelAppointment {
    private final Offers offers;
    private final FreePlaces free;
    private final Requests requests;
    private final Answered answered;
    private final NotThatDay notThatDay;

    CancelAppointment(Offers offers, FreePlaces free, Requests requests, Answered answered, NotThatDay notThatDay) {
        this.offers = offers;
        this.free = free;
        this.requests = requests;
        this.answered = answered;
        this.notThatDay = notThatDay;
    }

    public void cancel(AuthorityId authority, RequestId id) {
        cancel(authority, id, Unsuited.TIME);
    }

    /** False, and nothing is given back, where the request has no room for another impossible day. */
    public boolean cancel(AuthorityId authority, RequestId id, Unsuited unsuited) {
        var request = requests.get(authority, id);
        return free.inTurn(authority, request.pool(), now -> {
            var held = offers.live(authority, id).filter(it -> now.isBefore(it.startsAt()));
            if (unsuited == Unsuited.DAY
                    && held.filter(it -> !notThatDay.hasRoom(authority, it)).isPresent()) {
                return false;
            }
            held.flatMap(it -> offers.move(authority, it, Offer.State.ACCEPTED, Offer.State.CANCELLED, now))
                    .ifPresent(it -> answered.cancelled(authority, request, it, unsuited, now));
            return true;
        });
    }
}
