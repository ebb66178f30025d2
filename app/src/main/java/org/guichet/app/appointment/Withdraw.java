package org.guichet.app.appointment;

import org.guichet.app.platform.AuthorityId;
import org.guichet.app.registration.Correspondence;
import org.guichet.app.registration.EndRequest;
import org.guichet.app.registration.RequestId;
import org.guichet.app.registration.Requests;
import org.springframework.stereotype.Component;

/** Ends a request at its person's word; what it held goes to the next in line. Again changes nothing. */
@Component
public final class Withdraw {
    private final Offers offers;
    private final FreePlaces free;
    private final Requests requests;
    private final EndRequest end;
    private final Correspondence correspondence;

    Withdraw(Offers offers, FreePlaces free, Requests requests, EndRequest end, Correspondence correspondence) {
        this.offers = offers;
        this.free = free;
        this.requests = requests;
        this.end = end;
        this.correspondence = correspondence;
    }

    public void withdraw(AuthorityId authority, RequestId id) {
        var request = requests.get(authority, id);
        free.runInTurn(authority, request.pool(), now -> {
            if (!end.withdrawn(authority, request, now)) {
                return;
            }
            offers.leaveLine(authority, id);
            correspondence.write(authority, request, now, "withdrawn");
            offers.live(authority, id)
                    .flatMap(it -> offers.move(authority, it, it.state(), Offer.State.CANCELLED, now))
                    .ifPresent(it -> free.give(authority, it, now));
        });
    }
}
