package org.guichet.app.precedence;

import java.time.Instant;
import java.util.UUID;
import org.guichet.app.access.ActingAgent;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.ledger.Journal;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Transactions;
import org.guichet.app.registration.Correspondence;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Requests;
import org.guichet.core.ledger.leaf.EventKind;
import org.springframework.stereotype.Component;

/** Takes the decision of a second agent on a request for precedence, and tells its person. Again changes nothing. */
@Component
public final class DecideClaim {
    private final Transactions transactions;
    private final Claims claims;
    private final Requests requests;
    private final Catalogues catalogues;
    private final Journal journal;
    private final Correspondence correspondence;

    DecideClaim(
            Transactions transactions,
            Claims claims,
            Requests requests,
            Catalogues catalogues,
            Journal journal,
            Correspondence correspondence) {
        this.transactions = transactions;
        this.claims = claims;
        this.requests = requests;
        this.catalogues = catalogues;
        this.journal = journal;
        this.correspondence = correspondence;
    }

    /** What became of it. */
    public enum Outcome {
        DECIDED,
        /** Who saw the proof cannot decide. */
        SAME_AGENT,
        /** It was decided before, or its request is over. */
        TOO_LATE
    }

    public Outcome grant(ActingAgent agent, UUID claim) {
        return decide(agent, claim, true, "");
    }

    public Outcome refuse(ActingAgent agent, UUID claim, String reason) {
        return decide(agent, claim, false, reason);
    }

    private Outcome decide(ActingAgent agent, UUID id, boolean granted, String reason) {
        var authority = agent.authority();
        return transactions.of(now -> {
            var claim = claims.find(authority, id).orElseThrow();
            var request = requests.get(authority, claim.request());
            if (claim.seen().by().equals(agent.signIn())) {
                return Outcome.SAME_AGENT;
            }
            var decision = new Claim.Decision(new Claim.Step(now, agent.signIn()), granted, reason);
            if (!request.isLive() || !claims.decide(authority, id, decision)) {
                return Outcome.TOO_LATE;
            }
            journal.commit(
                    authority,
                    EventKind.PRECEDENCE,
                    claim.pool(),
                    "request %s\nclass %s\nstep %s\n"
                            .formatted(request.label().hex(), claim.legalClass(), granted ? "GRANTED" : "REFUSED"));
            tell(authority, request, claim, decision, now);
            return Outcome.DECIDED;
        });
    }

    private void tell(AuthorityId authority, Request request, Claim claim, Claim.Decision decision, Instant now) {
        var view = correspondence.view(authority, request);
        var procedure = catalogues.of(authority).procedure(claim.pool()).orElseThrow();
        correspondence.write(
                authority,
                request,
                now,
                decision.granted() ? "precedence-granted" : "precedence-refused",
                "class",
                procedure
                        .precedence()
                        .find(claim.legalClass())
                        .map(it -> view.t(it.name()))
                        .orElse(claim.legalClass()),
                "share",
                procedure.precedence().share(),
                "reason",
                decision.reason());
    }
}
