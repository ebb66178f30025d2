package org.guichet.app.registration;

import java.time.InstantSource;
import org.guichet.app.ledger.Journal;
import org.guichet.app.notice.Reach;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Transactions;
import org.guichet.core.allot.Together;
import org.guichet.core.ledger.leaf.EventKind;
import org.springframework.stereotype.Component;

/**
 * Changes how the persons of a request come, what suits it, or how it is reached: as often as one likes, for what comes
 * after, never at the cost of rank.
 */
@Component
public final class ChangeRequest {
    private final Transactions transactions;
    private final Requests requests;
    private final Journal journal;
    private final Correspondence correspondence;
    private final InstantSource wallTime;

    ChangeRequest(
            Transactions transactions,
            Requests requests,
            Journal journal,
            Correspondence correspondence,
            InstantSource wallTime) {
        this.transactions = transactions;
        this.requests = requests;
        this.journal = journal;
        this.correspondence = correspondence;
        this.wallTime = wallTime;
    }

    /** What is as it was is no change, and nothing for the journal. */
    public void wishes(AuthorityId authority, RequestId request, Together together, Wishes wishes) {
        transactions.run(_ -> {
            var before = requests.get(authority, request);
            if (before.together() == together && before.wishes().equals(wishes)) {
                return;
            }
            requests.change(authority, request, together, wishes);
            var changed = requests.get(authority, request);
            journal.commit(
                    authority,
                    EventKind.PREFERENCES,
                    changed.pool(),
                    "request %s\ntogether %s\n%s".formatted(changed.label().hex(), together, wishes.text()));
        });
    }

    /** Whoever was reached until now is told. The links that were sent so far open the request no more. */
    public void reach(AuthorityId authority, RequestId request, Reach reach) {
        transactions.run(now -> {
            var before = requests.reach(authority, request);
            if (!before.equals(reach)) {
                requests.change(authority, request, reach, wallTime.instant());
                var changed = requests.get(authority, request);
                var phone = correspondence.view(authority, changed).masthead().phone();
                correspondence.writeTo(
                        new Correspondence.Addressee(authority, changed, before), now, "reach-changed", "phone", phone);
            }
        });
    }
}
