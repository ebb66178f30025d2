package org.guichet.app.registration;

import java.time.Instant;
import java.util.List;
import org.guichet.app.ledger.Journal;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Transactions;
import org.guichet.app.window.Window;
import org.guichet.app.window.Windows;
import org.guichet.core.ledger.leaf.Leaf;
import org.springframework.stereotype.Component;

/** Records a request: always, once, and without a word about who stands in the line already. */
@Component
public final class Register {
    private final Transactions transactions;
    private final Windows windows;
    private final Requests requests;
    private final Standings standings;
    private final Journal journal;
    private final Correspondence correspondence;

    public Register(
            Transactions transactions,
            Windows windows,
            Requests requests,
            Standings standings,
            Journal journal,
            Correspondence correspondence) {
        this.transactions = transactions;
        this.windows = windows;
        this.requests = requests;
        this.standings = standings;
        this.journal = journal;
        this.correspondence = correspondence;
    }

    public sealed interface Outcome {
        Request request();

        record Registered(Request request) implements Outcome {}

        /** The same form was sent before: it is the same request. */
        record SentBefore(Request request) implements Outcome {}
    }

    public Outcome register(AuthorityId authority, Application application) {
        return transactions.of(now -> {
            var window = enter(authority, application.pool(), now);
            var draft = requests.draft(application, window, standings.keys(application), now);
            if (!requests.add(authority, draft)) {
                return new Outcome.SentBefore(
                        requests.find(authority, application.submission()).orElseThrow());
            }
            journal.append(
                    authority, new Leaf.Request(window.id(), draft.request().label()));
            stand(authority, draft, now);
            return new Outcome.Registered(draft.request());
        });
    }

    private Window enter(AuthorityId authority, String pool, Instant now) {
        var window = windows.openAt(authority, pool, now);
        // It can be sealed already only if another node's clock is ahead of ours: then the next one takes the request.
        return windows.enter(authority, window) ? window : windows.openAt(authority, pool, window.closesAt());
    }

    // A request for somebody who stands in the line looks like any other from outside; only the first contact hears of
    // it.
    private void stand(AuthorityId authority, Requests.Draft draft, Instant now) {
        var request = draft.request();
        List<RequestId> earlier = standings.stand(authority, request.pool(), request.id(), draft.personKeys());
        if (!earlier.isEmpty()) {
            standings.join(authority, request.id(), earlier);
        }
        var view = correspondence.view(authority, request);
        var window = windows.find(authority, request.pool(), request.window());
        correspondence.write(
                authority,
                request,
                now,
                "registered",
                "closes",
                view.lastDay(window.closesAt()),
                "draw",
                view.date(window.drawAt()));
        for (var each : earlier) {
            correspondence.write(authority, requests.get(authority, each), now, "second");
        }
    }
}
