package org.guichet.app.appointment;

import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Transactions;
import org.guichet.app.registration.RequestId;
import org.springframework.stereotype.Component;

/** Wakes a request that slept, at its old rank. Again changes nothing. */
@Component
public final class Wake {
    private final Transactions transactions;
    private final Offers offers;

    Wake(Transactions transactions, Offers offers) {
        this.transactions = transactions;
        this.offers = offers;
    }

    public void wake(AuthorityId authority, RequestId request) {
        transactions.run(_ -> offers.wake(authority, request));
    }
}
