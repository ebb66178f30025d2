package org.guichet.app.appointment;

import java.time.Instant;
import java.util.List;
import org.guichet.app.catalogue.Places;
import org.guichet.app.ledger.Journal;
import org.guichet.app.platform.Apart;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Transactions;
import org.guichet.core.ledger.leaf.EventKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends appointments of which nobody noted in time whether their persons came: the request goes on with its rank, since
 * nobody loses the right to a place by what an agent forgot. Again changes nothing.
 */
@Component
public final class EndForgotten {
    private static final String FORGOTTEN = """
            select offer_id, request_id, pool, state, made_at, answer_by, ended_at, centre, starts_at, ends_at, chosen
            from offer
            where authority_id = ? and state = 'ACCEPTED' and ends_at <= ?
            order by ends_at""";

    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final Places places;
    private final Offers offers;
    private final Journal journal;
    private final OfferNotices notices;

    EndForgotten(
            Transactions transactions,
            JdbcClient jdbc,
            Places places,
            Offers offers,
            Journal journal,
            OfferNotices notices) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.places = places;
        this.offers = offers;
        this.journal = journal;
        this.notices = notices;
    }

    public void end(AuthorityId authority) {
        Apart.each(
                forgotten(authority, transactions.now()),
                offer -> transactions.run(now -> {
                    places.lock(authority, offer.pool());
                    offers.move(authority, offer, Offer.State.ACCEPTED, Offer.State.FORGOTTEN, now)
                            .ifPresent(it -> {
                                places.release(authority, it.id(), now);
                                journal.commit(authority, EventKind.ANSWER, it.pool(), it.answer());
                                notices.tell(authority, it, now, "forgotten");
                            });
                }));
    }

    private List<Offer> forgotten(AuthorityId authority, Instant now) {
        return jdbc.sql(FORGOTTEN)
                .params(authority.value(), Columns.at(now.minus(Limits.NOTED_AFTER_MAX)))
                .query(Offers::offer)
                .list();
    }
}
