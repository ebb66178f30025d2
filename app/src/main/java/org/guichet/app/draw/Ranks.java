package org.guichet.app.draw;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.registration.RequestId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The waiting lines: older cohorts first, drawn position within them. */
@Component
public final class Ranks {
    private static final String LINE = """
            select request_id, cohort, position
            from rank
            where authority_id = ? and pool = ?
            order by cohort, position""";

    private static final String OF = """
            select request_id, cohort, position
            from rank
            where authority_id = ? and request_id = ?""";

    private static final String AS_DRAWN = """
            select rank.request_id, rank.cohort, rank.position
            from rank
            join request on request.authority_id = rank.authority_id and request.request_id = rank.request_id
            join lot on lot.authority_id = rank.authority_id and lot.pool = rank.pool
                and lot.window_no = rank.cohort and lot.position = rank.position and lot.label = request.label
            where rank.authority_id = ? and rank.request_id = ?""";

    // Rule 20: the end of the newest drawn cohort. The pool's lock is held, so that two never get the same end.
    private static final String TO_THE_END = """
            update rank
            set cohort = newest.cohort, position = newest.position + 1
            from (
                select cohort, position
                from rank
                where authority_id = ? and pool = ?
                order by cohort desc, position desc
                limit 1) as newest
            where rank.authority_id = ? and rank.request_id = ?""";

    // Its old place is still free: ranks are given at the end of the line only.
    private static final String RESTORE = """
            update rank
            set cohort = ?, position = ?
            where authority_id = ? and request_id = ?""";

    /** A request's place in the line. */
    public record Rank(RequestId request, int cohort, int position) {}

    private final JdbcClient jdbc;

    Ranks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every rank ever given in the pool, first to last; who is served or gone is for the caller to leave out. */
    public List<Rank> line(AuthorityId authority, String pool) {
        return jdbc.sql(LINE)
                .params(authority.value(), pool)
                .query((row, _) -> rank(row))
                .list();
    }

    public Optional<Rank> of(AuthorityId authority, RequestId request) {
        return jdbc.sql(OF)
                .params(authority.value(), request.value())
                .query((row, _) -> rank(row))
                .optional();
    }

    /** Its rank, if that is still where its lot was drawn. */
    public Optional<Rank> asDrawn(AuthorityId authority, RequestId request) {
        return jdbc.sql(AS_DRAWN)
                .params(authority.value(), request.value())
                .query((row, _) -> rank(row))
                .optional();
    }

    public void toTheEnd(AuthorityId authority, String pool, RequestId request) {
        jdbc.sql(TO_THE_END)
                .params(authority.value(), pool, authority.value(), request.value())
                .update();
    }

    /** Gives a request back the rank it had. */
    public void restore(AuthorityId authority, Rank rank) {
        jdbc.sql(RESTORE)
                .params(
                        rank.cohort(),
                        rank.position(),
                        authority.value(),
                        rank.request().value())
                .update();
    }

    private static Rank rank(ResultSet row) throws SQLException {
        return new Rank(
                new RequestId(row.getObject("request_id", UUID.class)), row.getInt("cohort"), row.getInt("position"));
    }
}
