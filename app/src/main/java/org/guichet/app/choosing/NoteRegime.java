package org.guichet.app.choosing;

import org.guichet.app.appointment.FreePlaces;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Transactions;
import org.springframework.stereotype.Component;

/** Writes down, for everybody to read, that another regime holds than before. */
@Component
public final class NoteRegime {
    private final Transactions transactions;
    private final FreePlaces free;
    private final Regimes regimes;
    private final RegimeChanges changes;

    NoteRegime(Transactions transactions, FreePlaces free, Regimes regimes, RegimeChanges changes) {
        this.transactions = transactions;
        this.free = free;
        this.regimes = regimes;
        this.changes = changes;
    }

    public void note(AuthorityId authority, String pool) {
        if (!changes.isKnown(authority, pool, regimes.at(authority, pool, transactions.now()))) {
            transactions.run(now -> {
                free.lock(authority, pool);
                regimes.decide(authority, pool, now);
            });
        }
    }
}
