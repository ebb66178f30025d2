package org.guichet.app.draw;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.guichet.app.ledger.Journal;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.proof.WitnessProofs;
import org.guichet.app.registration.Correspondence;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Requests;
import org.guichet.core.beacon.Announced;
import org.guichet.core.beacon.Chain;
import org.guichet.core.ledger.leaf.Leaf;
import org.springframework.stereotype.Component;

/**
 * Makes a draw void, says why in the journal, announces the rounds of the next, and writes to everybody. Part of the
 * caller's transaction.
 */
@Component
public final class VoidOrder {
    private final Drawings drawings;
    private final Requests requests;
    private final Journal journal;
    private final WitnessProofs proofs;
    private final Correspondence correspondence;
    private final Chain chain;

    VoidOrder(
            Drawings drawings,
            Requests requests,
            Journal journal,
            WitnessProofs proofs,
            Correspondence correspondence,
            Chain chain) {
        this.drawings = drawings;
        this.requests = requests;
        this.journal = journal;
        this.proofs = proofs;
        this.correspondence = correspondence;
        this.chain = chain;
    }

    /** False if it was voided before: that is possible once. */
    public boolean voidOrder(AuthorityId authority, Drawing drawing, String reason, Instant now) {
        // The journal counts in whole seconds, and a round that is known earlier than a day after them is refused.
        var at = now.truncatedTo(ChronoUnit.SECONDS);
        var next = Announced.from(chain, at.plus(Announced.PATIENCE));
        var voided = new Drawing.Voided(at, reason, chain.timeOf(next.round()), next);
        if (!drawings.voidOrder(authority, drawing, voided)) {
            return false;
        }
        var leaf = new Leaf.Voided(drawing.id(), at, next, reason);
        journal.append(authority, leaf);
        proofs.voided(authority, leaf);
        requests.eachOfWindow(authority, drawing.pool(), drawing.window(), it -> {
            if (it.ended().isEmpty()) {
                tell(authority, it, voided, now);
            }
        });
        return true;
    }

    private void tell(AuthorityId authority, Request request, Drawing.Voided voided, Instant now) {
        var view = correspondence.view(authority, request);
        correspondence.write(
                authority,
                request,
                now,
                "void",
                "reason",
                voided.reason(),
                "date",
                view.date(voided.nextAt()),
                "time",
                view.time(voided.nextAt()));
    }
}
