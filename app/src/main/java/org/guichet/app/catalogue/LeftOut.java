package org.guichet.app.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What a catalogue file has no more. What people's requests and appointments name must stay in it, since their pages,
 * letters and receipts show it for ever; where nobody asked yet, the places go.
 */
@Component
final class LeftOut {
    private static final String ASKED_FOR = """
            select pool
            from pool
            where authority_id = ? and exists (
                select
                from request
                where request.authority_id = pool.authority_id and request.pool = pool.pool)
            order by pool""";

    // From one centre to the next in the index, however many offers there are.
    private static final String OFFERED_IN = """
            with recursive named as (
                select (
                    select min(centre)
                    from offer
                    where authority_id = ?) as centre
                union all
                select (
                    select min(offer.centre)
                    from offer
                    where authority_id = ? and offer.centre > named.centre)
                from named
                where named.centre is not null)
            select centre
            from named
            where centre is not null
            order by centre""";

    private static final String WITHDRAW_OTHERS = """
            update place
            set withdrawn_at = ?
            where authority_id = ? and pool <> all(?::text[]) and withdrawn_at is null""";

    private final JdbcClient jdbc;

    LeftOut(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A sentence for each centre and procedure that must come back; none where the file may come into force. */
    List<String> complaints(AuthorityId authority, Catalogue catalogue) {
        var id = authority.value();
        var procedures = jdbc.sql(ASKED_FOR).params(id).query(String.class).list().stream()
                .filter(it -> catalogue.procedure(it).isEmpty())
                .map("people have asked for %s; put it back under 'procedures', and end its openings"::formatted);
        var centres = jdbc.sql(OFFERED_IN).params(id, id).query(String.class).list().stream()
                .filter(it -> catalogue.centre(it).isEmpty())
                .map("people had appointments in %s; put it back under 'centres', and end its openings"::formatted);
        return Stream.concat(procedures, centres).toList();
    }

    /** The counters of procedures that are gone are free for others. */
    void withdraw(AuthorityId authority, Catalogue catalogue, Instant now) {
        jdbc.sql(WITHDRAW_OTHERS)
                .params(
                        Columns.at(now),
                        authority.value(),
                        Columns.of(catalogue.procedures(), Catalogue.Procedure::code))
                .update();
    }
}
