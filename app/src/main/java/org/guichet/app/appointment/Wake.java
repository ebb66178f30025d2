package org.guichet.app.appointment;

import org.guichet.app.catalogue.Places;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Transactions;
import org.guichet.app.registration.RequestId;
import org.guichet.app.registration.Requests;
import org.springframework.stereotype.Component;

/** Wakes a request that slept, at its old rank. Again changes nothing. */
@Component
public final class Wake {
    private final Transactions transactions;
    private final Places places;
    private final Requests requests;
    private final Offers offers;

    Wake(Transactions transactions, Places places, Requests requests, Offers offers) {
        this.transactions = transactions;
        this.places = places;
        this.requests = requests;
        this.offers = offers;
    }

    public void wake(AuthorityId authority, RequestId request) {
        transactions.run(_ -> {
            places.lock(authority, requests.get(authority, request).pool());
            offers.wake(authority, request);
        });
    }
}
