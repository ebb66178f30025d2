package org.guichet.app.draw;

import java.util.Optional;
import org.guichet.app.ledger.Journal;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Transactions;
import org.guichet.app.proof.WitnessProofs;
import org.guichet.app.registration.Requests;
import org.guichet.app.window.Window;
import org.guichet.app.window.Windows;
import org.guichet.core.draw.SealedList;
import org.guichet.core.ledger.leaf.Leaf;
import org.springframework.stereotype.Component;

/** Seals the list of a window that is over, before the randomness exists. */
@Component
public final class SealList {
    private final Transactions transactions;
    private final Windows windows;
    private final Requests requests;
    private final Drawings drawings;
    private final Journal journal;
    private final WitnessProofs proofs;

    SealList(
            Transactions transactions,
            Windows windows,
            Requests requests,
            Drawings drawings,
            Journal journal,
            WitnessProofs proofs) {
        this.transactions = transactions;
        this.windows = windows;
        this.requests = requests;
        this.drawings = drawings;
        this.journal = journal;
        this.proofs = proofs;
    }

    public void seal(AuthorityId authority, Window window) {
        transactions.run(now -> {
            // Waits for every request that came in time and is not written yet; none enters afterwards.
            if (!windows.close(authority, window, now)) {
                return;
            }
            var list = SealedList.of(requests.labels(authority, window.pool(), window.number()));
            var leaf = new Leaf.Seal(window.id(), list.count(), list.root());
            journal.append(authority, leaf);
            proofs.sealed(authority, leaf);
            drawings.seal(
                    authority,
                    new Drawing(
                            window.pool(),
                            window.number(),
                            now,
                            list.count(),
                            list.root(),
                            leaf.text(),
                            Optional.empty(),
                            Optional.empty()));
        });
    }
}
