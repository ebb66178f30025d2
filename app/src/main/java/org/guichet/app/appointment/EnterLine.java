package org.guichet.app.appointment;

import org.guichet.app.catalogue.Places;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Transactions;
import org.springframework.stereotype.Component;

/**
 * Lets those who were drawn enter the line by what suits, some at a time: a cohort may be long, and whoever answers or
 * gives back meanwhile waits for the lock of the pool. Whoever frees a place before it is done enters the rest.
 */
@Component
final class EnterLine {
    private final Transactions transactions;
    private final Places places;
    private final LineIndex index;

    EnterLine(Transactions transactions, Places places, LineIndex index) {
        this.transactions = transactions;
        this.places = places;
        this.index = index;
    }

    void enter(AuthorityId authority, String pool, int atOnce) {
        for (var cohort : index.notYetIn(authority, pool)) {
            for (int after = 0; enterSome(authority, pool, cohort, after, atOnce); ) {
                after += atOnce;
            }
        }
    }

    /** False once it is in, whoever did the rest, and where its draw is void meanwhile. */
    private boolean enterSome(AuthorityId authority, String pool, int cohort, int after, int atOnce) {
        return transactions.of(_ -> {
            places.lock(authority, pool);
            return index.notYetIn(authority, pool).contains(cohort)
                    && !index.takeIn(authority, pool, cohort, after, atOnce);
        });
    }
}
