package org.guichet.app.choosing;

import org.guichet.app.appointment.FreePlaces;
import org.guichet.app.catalogue.KeptPlaces;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Transactions;
import org.springframework.stereotype.Component;

/** Rule 17 for holds that are over: they held nothing any more, and now the line is asked first. */
@Component
public final class EndHolds {
    private final Transactions transactions;
    private final FreePlaces free;
    private final KeptPlaces kept;

    EndHolds(Transactions transactions, FreePlaces free, KeptPlaces kept) {
        this.transactions = transactions;
        this.free = free;
        this.kept = kept;
    }

    public void end(AuthorityId authority, String pool) {
        if (kept.isAnyOver(authority, transactions.now())) {
            transactions.run(now -> {
                free.lock(authority, pool);
                free.pass(authority, pool, kept.end(authority, pool, now), now);
            });
        }
    }
}
