package org.guichet.app.registration;

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

    ChangeRequest(Transactions transactions, Requests requests, Journal journal) {
        this.transactions = transactions;
        this.requests = requests;
        this.journal = journal;
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
                    "request %s\ntogether %s\nwishes %s\n"
                            .formatted(changed.label().hex(), together, wishes));
        });
    }

    public void reach(AuthorityId authority, RequestId request, Reach reach) {
        transactions.run(_ -> requests.change(authority, request, reach));
    }
}
