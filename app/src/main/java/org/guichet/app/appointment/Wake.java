package org.guichet.app.appointment;

import org.guichet.app.platform.AuthorityId;
import org.guichet.app.registration.RequestId;
import org.guichet.app.registration.Requests;
import org.springframework.stereotype.Component;

/** Wakes a request that slept, at its old rank. Again changes nothing. */
@Component
public final class Wake {
    private final FreePlaces free;
    private final Requests requests;
    private final Silences silences;

    Wake(FreePlaces free, Requests requests, Silences silences) {
        this.free = free;
        this.requests = requests;
        this.silences = silences;
    }

    public void wake(AuthorityId authority, RequestId request) {
        var pool = requests.get(authority, request).pool();
        free.runInTurn(authority, pool, now -> silences.hear(authority, request, now));
    }
}
