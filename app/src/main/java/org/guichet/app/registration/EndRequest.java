package org.guichet.app.registration;

import java.time.Instant;
import org.guichet.app.ledger.Journal;
import org.guichet.app.platform.AuthorityId;
import org.guichet.core.ledger.leaf.EventKind;
import org.springframework.stereotype.Component;

/** Ends a request: its persons stand in the line no more and may ask again. Part of the caller's transaction. */
@Component
public final class EndRequest {
    private final Requests requests;
    private final Standings standings;
    private final Journal journal;

    EndRequest(Requests requests, Standings standings, Journal journal) {
        this.requests = requests;
        this.standings = standings;
        this.journal = journal;
    }

    /** At its person's word; false if it had ended before. */
    public boolean withdrawn(AuthorityId authority, Request request, Instant now) {
        var ended = end(authority, request, Request.Ending.WITHDRAWN, now);
        if (ended) {
            journal.commit(
                    authority,
                    EventKind.WITHDRAWAL,
                    request.pool(),
                    "request %s\n".formatted(request.label().hex()));
        }
        return ended;
    }

    /** Because its dossier was received; false if it had ended before. */
    public boolean received(AuthorityId authority, Request request, Instant now) {
        return end(authority, request, Request.Ending.RECEIVED, now);
    }

    /** Takes back that its dossier was received; false where one of its persons has asked again since. */
    public boolean notReceived(AuthorityId authority, Request request) {
        return standings.resume(authority, request);
    }

    private boolean end(AuthorityId authority, Request request, Request.Ending ending, Instant now) {
        standings.leave(authority, request.id());
        return requests.end(authority, request.id(), ending, now);
    }
}
