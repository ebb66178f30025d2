package org.guichet.app.precedence;

import java.util.Optional;
import java.util.UUID;
import org.guichet.app.access.ActingAgent;
import org.guichet.app.ledger.Journal;
import org.guichet.app.platform.Transactions;
import org.guichet.app.registration.RequestId;
import org.guichet.app.registration.Requests;
import org.guichet.core.ledger.leaf.EventKind;
import org.springframework.stereotype.Component;

/** Records that an agent saw the proof of a class for a request. Again changes nothing. */
@Component
public final class SeeProof {
    private final Transactions transactions;
    private final Claims claims;
    private final Requests requests;
    private final Journal journal;

    SeeProof(Transactions transactions, Claims claims, Requests requests, Journal journal) {
        this.transactions = transactions;
        this.claims = claims;
        this.requests = requests;
        this.journal = journal;
    }

    /** False for a request that is over, or that has a claim already that is open or granted. */
    public boolean see(ActingAgent agent, RequestId id, String legalClass) {
        var authority = agent.authority();
        return transactions.of(now -> {
            var request = requests.get(authority, id);
            var seen = new Claim.Step(now, agent.signIn());
            var claim = new Claim(UUID.randomUUID(), id, request.pool(), legalClass, seen, Optional.empty());
            var added = request.isLive() && claims.add(authority, claim);
            if (added) {
                journal.commit(
                        authority,
                        EventKind.PRECEDENCE,
                        request.pool(),
                        "request %s\nclass %s\nstep SEEN\n"
                                .formatted(request.label().hex(), legalClass));
            }
            return added;
        });
    }
}
