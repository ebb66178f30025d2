package org.guichet.bench.service;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Windows of a service that were drawn before those that it knows, as it would itself have left them. */
public final class LongAgo {
    public static final int WINDOWS_MAX = 1_000;

    // Windows count from 1, and the open one is the first.
    private static final String MAKE_ROOM = """
            update registration_window
            set window_no = window_no + ?
            where authority_id = ? and pool = ?""";

    private static final String WINDOW = """
            insert into registration_window
                (authority_id, pool, window_no, opens_at, closes_at, draw_at, chain, round, fallback, sealed_at)
            select authority_id, pool, ?, opens_at - ?::int * interval '14 days',
                closes_at - ?::int * interval '14 days', draw_at - ?::int * interval '14 days', chain, 1, 2, now()
            from registration_window
            where authority_id = ? and pool = ? and window_no = ?""";

    private static final String DRAW = """
            insert into draw
                (authority_id, pool, window_no, sealed_at, request_count, root, leaf, drawn_at, round, signature)
            select authority_id, pool, window_no, closes_at, ?, repeat('0', 64), 'others', draw_at, 1, repeat('0', 96)
            from registration_window
            where authority_id = ? and pool = ? and window_no = ?""";

    // In a window before those of all others: whoever is next in line can be written to.
    private static final String INTO_WINDOW = """
            update request
            set window_no = ?
            where authority_id = ? and pool = ? and window_no > ?""";

    private static final String LOTS = """
            insert into lot (authority_id, pool, window_no, position, label, lot)
            select authority_id, pool, window_no, row_number() over (order by request_id), label, label
            from request
            where authority_id = ? and pool = ? and window_no = ?""";

    private static final String RANKS = """
            insert into rank (authority_id, pool, request_id, cohort, position)
            select authority_id, pool, request_id, window_no, row_number() over (order by request_id)
            from request
            where authority_id = ? and pool = ? and window_no = ?""";

    private final JdbcClient jdbc;

    /** Makes room for them. */
    public LongAgo(RunningService service) {
        jdbc = service.get(JdbcClient.class);
        jdbc.sql(MAKE_ROOM)
                .params(WINDOWS_MAX, RunningService.AUTHORITY.value(), RunningService.POOL)
                .update();
    }

    /** A window that is over, and its draw. */
    public void drawn(int window, int requests) {
        var authority = RunningService.AUTHORITY.value();
        var pool = RunningService.POOL;
        var back = WINDOWS_MAX + 1 - window;
        jdbc.sql(WINDOW)
                .params(window, back, back, back, authority, pool, WINDOWS_MAX + 1)
                .update();
        jdbc.sql(DRAW).params(requests, authority, pool, window).update();
    }

    /** Draws all who asked since, so many, in the first of these windows. */
    public void draw(int asked) {
        var authority = RunningService.AUTHORITY.value();
        var pool = RunningService.POOL;
        drawn(1, asked);
        jdbc.sql(INTO_WINDOW).params(1, authority, pool, WINDOWS_MAX).update();
        jdbc.sql(LOTS).params(authority, pool, 1).update();
        jdbc.sql(RANKS).params(authority, pool, 1).update();
    }
}
