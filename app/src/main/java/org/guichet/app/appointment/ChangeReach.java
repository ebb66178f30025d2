package org.guichet.app.appointment;

import org.guichet.app.notice.Reach;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.registration.ChangeRequest;
import org.guichet.app.registration.Request;
import org.springframework.stereotype.Component;

/** Changes how a request is reached, for every message from now on. It is a word: a request that slept wakes. */
@Component
public final class ChangeReach {
    private final FreePlaces free;
    private final ChangeRequest change;
    private final Silences silences;

    ChangeReach(FreePlaces free, ChangeRequest change, Silences silences) {
        this.free = free;
        this.change = change;
        this.silences = silences;
    }

    public void change(AuthorityId authority, Request request, Reach reach) {
        free.runInTurn(authority, request.pool(), now -> {
            change.reach(authority, request.id(), reach);
            silences.hear(authority, request.id(), now);
        });
    }
}
