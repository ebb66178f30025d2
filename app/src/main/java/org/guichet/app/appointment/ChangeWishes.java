package org.guichet.app.appointment;

import org.guichet.app.platform.AuthorityId;
import org.guichet.app.registration.ChangeRequest;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Wishes;
import org.guichet.core.allot.Together;
import org.springframework.stereotype.Component;

/** Changes how people come and what suits them, for every place that is given from now on; the rank stays. */
@Component
public final class ChangeWishes {
    private final FreePlaces free;
    private final ChangeRequest change;
    private final LineIndex line;

    ChangeWishes(FreePlaces free, ChangeRequest change, LineIndex line) {
        this.free = free;
        this.change = change;
        this.line = line;
    }

    public void change(AuthorityId authority, Request request, Together together, Wishes wishes) {
        free.runInTurn(authority, request.pool(), _ -> {
            change.wishes(authority, request.id(), together, wishes);
            line.enterAgain(authority, request.id());
        });
    }
}
