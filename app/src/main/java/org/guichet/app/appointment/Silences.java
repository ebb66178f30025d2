package org.guichet.app.appointment;

import java.time.Instant;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.app.registration.RequestId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rule 16: offers that were left without an answer, until their person says a word. */
@Component
final class Silences {
    // What lapsed counts for nothing, and so parts no two silences.
    private static final String IN_A_ROW = """
            select count(*)
            from offer
            where authority_id = ? and request_id = ? and state = 'SILENT' and heard_at is null
                and made_at > coalesce((
                    select max(said.made_at)
                    from offer as said
                    where said.authority_id = offer.authority_id and said.request_id = offer.request_id
                        and said.state not in ('SILENT', 'LAPSED')), '-infinity')""";

    private static final String HEAR = """
            update offer
            set heard_at = ?
            where authority_id = ? and request_id = ? and state = 'SILENT' and heard_at is null""";

    private final JdbcClient jdbc;
    private final Offers offers;

    Silences(JdbcClient jdbc, Offers offers) {
        this.jdbc = jdbc;
        this.offers = offers;
    }

    int inARow(AuthorityId authority, RequestId request) {
        return jdbc.sql(IN_A_ROW)
                .params(authority.value(), request.value())
                .query(Integer.class)
                .single();
    }

    /** A word: silences before it count no more, and a request that slept wakes. The lock of the pool is held. */
    void hear(AuthorityId authority, RequestId request, Instant now) {
        jdbc.sql(HEAR)
                .params(Columns.at(now), authority.value(), request.value())
                .update();
        offers.wake(authority, request);
    }
}
