package org.guichet.bench.growth;

import java.util.function.IntConsumer;
import org.guichet.app.platform.Transactions;
import org.guichet.bench.service.LongAgo;
import org.guichet.bench.service.RunningService;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Requests of others, as the service itself would have left them: asked, confirmed by mail, sealed, drawn, and waiting
 * with a rank. They are written by the database, and nobody can open what is locked in them. Their keys are spread as
 * evenly as real ones; they come in their order, so that no index has to be sorted.
 */
final class Others {
    private static final int IN_A_WINDOW = 100_000;

    // Nothing refers to what is not there: these rows are made with each other.
    private static final String UNCHECKED = "set local session_replication_role = replica";

    private static final String MAKE = """
            create temporary table other on commit drop as
            select other_no, (spread || substr(md5(other_no || 'request'), 9))::uuid as request_id,
                (spread || substr(md5(other_no || 'form'), 9))::uuid as submission,
                (spread || substr(md5(other_no || 'notice'), 9))::uuid as notice_id,
                spread || substr(sha256((other_no || 'label')::text::bytea)::text, 11) as label,
                spread || substr(sha256((other_no || 'person')::text::bytea)::text, 11) as person_key,
                lpad((other_no * (10000000000 / ?::bigint))::text, 10, '0') as drawn,
                row_number() over (order by md5(other_no::text)) as position
            from (
                select other_no, lpad(to_hex(other_no * (4294967296 / ?::bigint)), 8, '0') as spread
                from generate_series(?::bigint, ?::bigint - 1) as other_no) as numbered""";

    private static final String REQUESTS = """
            insert into request
                (authority_id, request_id, pool, window_no, number, label, salt, submission, registered_at, language,
                persons, together, joined, centres, moments, preferred_centres, preferred_moments, impossible, reach,
                at_desk)
            select ?, request_id, ?, ?, drawn || lpad(mod(98 - mod(drawn::bigint * 100, 97) + 97, 97)::text, 2, '0'),
                label, repeat('0', 64), submission, now() - interval '30 days', 'fr', 1, 'SIMULTANEOUS', false, '{}', 0,
                '{}', 0, '{}', sha512(label::bytea) || sha512(person_key::bytea), false
            from other
            order by other_no""";

    private static final String PERSONS = """
            insert into person (authority_id, request_id, position, person_key, applicant)
            select ?, request_id, 1, person_key,
                sha512(label::bytea) || sha512(person_key::bytea) || sha512(drawn::bytea) || sha256(drawn::bytea)
            from other
            order by other_no""";

    private static final String STANDINGS = """
            insert into standing (authority_id, pool, person_key, request_id)
            select ?, ?, person_key, request_id
            from other
            order by other_no""";

    private static final String NOTICES = """
            insert into notice
                (authority_id, notice_id, request_id, kind, by_hand, written_at, try_at, tries, done_at, message)
            select ?, notice_id, request_id, 'registered', false, now() - interval '30 days',
                now() - interval '30 days', 0, now() - interval '30 days', decode(repeat(label, 26), 'hex')
            from other
            order by other_no""";

    private static final String LOTS = """
            insert into lot (authority_id, pool, window_no, position, label, lot)
            select ?, ?, ?, position, label, label
            from other
            order by other_no""";

    private static final String RANKS = """
            insert into rank (authority_id, pool, request_id, cohort, position)
            select ?, ?, request_id, ?, position
            from other
            order by other_no""";

    // Everybody takes any place at any time.
    private static final String ENTRIES = """
            insert into line_entry
                (authority_id, pool, centre, half_day, persons, together, cohort, position, request_id, impossible)
            select ?, ?, '', 0, 1, '', ?, position, request_id, '{}'
            from other
            order by position""";

    private static final String COHORT = """
            insert into line_cohort (authority_id, pool, cohort)
            values (?, ?, ?)""";

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final LongAgo windows;

    Others(RunningService service) {
        jdbc = service.get(JdbcClient.class);
        transactions = service.get(Transactions.class);
        windows = new LongAgo(service);
    }

    /** Draws so many who asked. */
    void draw(int asked) {
        windows.draw(asked);
    }

    /** Writes so many, and tells after each window how many there are. */
    void write(int count, IntConsumer written) {
        for (int from = 0; from < count; from += IN_A_WINDOW) {
            var first = from;
            var until = Math.min(count, from + IN_A_WINDOW);
            transactions.run(_ -> write(first, until, count));
            written.accept(until);
        }
        jdbc.sql("vacuum (analyze)").update();
        jdbc.sql("checkpoint").update();
    }

    private void write(int from, int until, int count) {
        var authority = RunningService.AUTHORITY.value();
        var pool = RunningService.POOL;
        var window = LongAgo.WINDOWS_MAX - from / IN_A_WINDOW;
        jdbc.sql(UNCHECKED).update();
        windows.drawn(window, until - from);
        jdbc.sql(MAKE).params(count, count, from, until).update();
        jdbc.sql(REQUESTS).params(authority, pool, window).update();
        jdbc.sql(PERSONS).params(authority).update();
        jdbc.sql(STANDINGS).params(authority, pool).update();
        jdbc.sql(NOTICES).params(authority).update();
        jdbc.sql(LOTS).params(authority, pool, window).update();
        jdbc.sql(RANKS).params(authority, pool, window).update();
        jdbc.sql(ENTRIES).params(authority, pool, window).update();
        jdbc.sql(COHORT).params(authority, pool, window).update();
    }
}
