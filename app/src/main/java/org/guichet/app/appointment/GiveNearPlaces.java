package org.guichet.app.appointment;

import java.time.Instant;
import java.util.List;
import org.guichet.app.catalogue.Place;
import org.guichet.app.catalogue.Vacancies;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Transactions;
import org.springframework.stereotype.Component;

/**
 * Rule 13 for the places that no run gives any more, since their day is near: they go to whoever waits and accepts one,
 * as if they had just been freed. Somebody does who got nothing from the last run, woke, came back to the line or
 * changed what suits.
 */
@Component
final class GiveNearPlaces {
    private final Transactions transactions;
    private final Vacancies vacancies;
    private final Runs runs;
    private final FreePlaces free;

    GiveNearPlaces(Transactions transactions, Vacancies vacancies, Runs runs, FreePlaces free) {
        this.transactions = transactions;
        this.vacancies = vacancies;
        this.runs = runs;
        this.free = free;
    }

    /** Nobody's first turn is spent on them: whoever was just drawn waits for the run. */
    void give(AuthorityId authority, String pool) {
        if (near(authority, pool, transactions.now()).isEmpty() || !runs.wasHeldSinceLastDraw(authority, pool)) {
            return;
        }
        transactions.run(now -> {
            free.lock(authority, pool);
            free.pass(authority, pool, near(authority, pool, now), now);
        });
    }

    private List<Place> near(AuthorityId authority, String pool, Instant now) {
        return vacancies.free(authority, pool, now.plus(Limits.FREED_LEAD), now.plus(Limits.OFFER_LEAD), now);
    }
}
