package org.guichet.app.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The instant as of which each line is read: the same for all nodes. */
@Component
final class ReadTimes {
    private static final String LAST = """
            select read_at
            from line_read
            where authority_id = ? and pool = ?""";

    // Of two nodes that find it too old at once one moves it, and the other takes what that one says.
    private static final String MOVE = """
            with moved as (
                insert into line_read (authority_id, pool, read_at)
                values (?, ?, ?)
                on conflict (authority_id, pool) do update
                set read_at = excluded.read_at
                where abs(extract(epoch from excluded.read_at - line_read.read_at)) >= ?
                returning read_at)
            select read_at
            from moved
            union all
            select read_at
            from line_read
            where authority_id = ? and pool = ? and not exists (select from moved)""";

    private final JdbcClient jdbc;

    ReadTimes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The instant that holds now: the last one, or now where that is older than {@code fresh}, or of a clock that was
     * set back. Empty if another node sets the first one at this moment. Nothing is written as long as it is fresh.
     */
    Optional<Instant> agree(AuthorityId authority, String pool, Instant now, Duration fresh) {
        var last = last(authority, pool)
                .filter(it -> Duration.between(it, now).abs().compareTo(fresh) < 0);
        return last.isPresent() ? last : move(authority, pool, now, fresh);
    }

    private Optional<Instant> last(AuthorityId authority, String pool) {
        return jdbc.sql(LAST)
                .params(authority.value(), pool)
                .query((row, _) -> Columns.instant(row, "read_at"))
                .optional();
    }

    private Optional<Instant> move(AuthorityId authority, String pool, Instant now, Duration fresh) {
        return jdbc.sql(MOVE)
                .params(authority.value(), pool, Columns.at(now), fresh.toSeconds(), authority.value(), pool)
                .query((row, _) -> Columns.instant(row, "read_at"))
                .optional();
    }
}
