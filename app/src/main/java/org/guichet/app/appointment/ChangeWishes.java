package org.guichet.app.appointment;

import org.guichet.app.platform.AuthorityId;
import org.guichet.app.registration.ChangeRequest;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Wishes;
import org.guichet.core.allot.Together;
import org.springframework.stereotype.Component;

/**
 * Changes how people come and what suits them, for every place that is given from now on; the rank stays. It is a word:
 * a request that slept wakes.
 */
@Component
public final class ChangeWishes {
    private final FreePlaces free;
    private final ChangeRequest change;
    private final Silences silences;
    private final LineIndex line;

    ChangeWishes(FreePlaces free, ChangeRequest change, Silences silences, LineIndex line) {
        this.free = free;
        this.change = change;
        this.silences = silences;
        this.line = line;
    }

    public void change(AuthorityId authority, Request request, Together together, Wishes wishes) {
        free.runInTurn(authority, request.pool(), now -> {
            change.wishes(authority, request.id(), together, wishes);
            silences.hear(authority, request.id(), now);
            line.enterAgain(authority, request.id());
        });
    }
}
