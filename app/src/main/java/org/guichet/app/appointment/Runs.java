package org.guichet.app.appointment;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.core.ledger.leaf.Leaf;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of allotment runs: when each was due, and what it found and did. */
@Component
final class Runs {
    private static final String HELD = """
            select count(*)
            from allotment_run
            where authority_id = ? and pool = ? and due_at = ?""";

    private static final String RULE = """
            select day, time, since
            from run_rule
            where authority_id = ? and pool = ?""";

    private static final String PUT_RULE = """
            insert into run_rule (authority_id, pool, day, time, since)
            values (?, ?, ?, ?, ?)
            on conflict (authority_id, pool) do update
            set day = excluded.day, time = excluded.time, since = excluded.since""";

    private static final String DUE_NOW = """
            select greatest(?, max(due_at) + interval '1 microsecond') as due
            from allotment_run
            where authority_id = ? and pool = ?""";

    private static final String BEGIN = """
            insert into allotment_run (authority_id, pool, due_at, held_at, waiting, free, served)
            values (?, ?, ?, ?, 0, 0, 0)
            on conflict (authority_id, pool, due_at) do nothing""";

    private static final String END = """
            update allotment_run
            set waiting = ?, free = ?, served = ?
            where authority_id = ? and pool = ? and due_at = ?""";

    private static final String WAS_DRAWN = """
            select exists (
                select
                from draw
                where authority_id = ? and pool = ? and drawn_at is not null)""";

    private static final String SINCE_LAST_DRAW = """
            select coalesce(max(drawn_at) <= (
                select max(held_at)
                from allotment_run
                where authority_id = ? and pool = ?), false)
            from draw
            where authority_id = ? and pool = ? and drawn_at is not null""";

    private static final String OWE = """
            insert into run_owed (authority_id, pool, since)
            values (?, ?, ?)
            on conflict (authority_id, pool) do nothing""";

    private static final String IS_OWED = """
            select exists (
                select
                from run_owed
                where authority_id = ? and pool = ?)""";

    private static final String SETTLE = """
            delete from run_owed
            where authority_id = ? and pool = ?""";

    // Who chose a place on the calendar had it by no draw.
    private static final String GAVE_PLACES = """
            select exists (
                    select
                    from allotment_run
                    where authority_id = ? and pool = ? and held_at >= ?)
                or exists (
                    select
                    from offer
                    join request on request.authority_id = offer.authority_id and request.request_id = offer.request_id
                    where request.authority_id = ? and request.pool = ? and request.window_no = ?
                        and not chosen and made_at >= ?)""";

    private final JdbcClient jdbc;

    Runs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean wasHeld(AuthorityId authority, String pool, Instant due) {
        return jdbc.sql(HELD)
                        .params(authority.value(), pool, Columns.at(due))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** When runs are held, and since when people could know it. */
    record Rule(Catalogue.Runs times, Instant since) {}

    /** By which rule the last run that was due was due. */
    Optional<Rule> rule(AuthorityId authority, String pool) {
        return jdbc.sql(RULE)
                .params(authority.value(), pool)
                .query((row, _) -> new Rule(
                        new Catalogue.Runs(
                                DayOfWeek.valueOf(row.getString("day")), row.getObject("time", LocalTime.class)),
                        Columns.instant(row, "since")))
                .optional();
    }

    void putRule(AuthorityId authority, String pool, Rule rule) {
        jdbc.sql(PUT_RULE)
                .params(
                        authority.value(),
                        pool,
                        rule.times().day().name(),
                        rule.times().time(),
                        Columns.at(rule.since()))
                .update();
    }

    /** Now, or right after the last run if that was now too. */
    Instant dueNow(AuthorityId authority, String pool, Instant now) {
        return jdbc.sql(DUE_NOW)
                .params(Columns.at(now), authority.value(), pool)
                .query((row, _) -> Columns.instant(row, "due"))
                .single();
    }

    /** Whether places can have been given by the draw of a window since it was drawn, by a run or a freed place. */
    boolean gavePlaces(AuthorityId authority, String pool, int window, Instant drawnAt) {
        return jdbc.sql(GAVE_PLACES)
                .params(authority.value(), pool, Columns.at(drawnAt))
                .params(authority.value(), pool, window, Columns.at(drawnAt))
                .query(Boolean.class)
                .single();
    }

    /** Whether anybody ever had a rank, so that a run can give something. */
    boolean wasDrawn(AuthorityId authority, String pool) {
        return isAny(WAS_DRAWN, authority, pool);
    }

    /** Whether a run was held since the last draw, so that everybody in the line had a turn. */
    boolean wasHeldSinceLastDraw(AuthorityId authority, String pool) {
        return jdbc.sql(SINCE_LAST_DRAW)
                .params(authority.value(), pool, authority.value(), pool)
                .query(Boolean.class)
                .single();
    }

    /** A run could not be held: it is owed until one is. */
    void owe(AuthorityId authority, String pool, Instant now) {
        jdbc.sql(OWE).params(authority.value(), pool, Columns.at(now)).update();
    }

    boolean isOwed(AuthorityId authority, String pool) {
        return isAny(IS_OWED, authority, pool);
    }

    void settle(AuthorityId authority, String pool) {
        jdbc.sql(SETTLE).params(authority.value(), pool).update();
    }

    private boolean isAny(String sql, AuthorityId authority, String pool) {
        return jdbc.sql(sql)
                .params(authority.value(), pool)
                .query(Boolean.class)
                .single();
    }

    /** True for the one who holds it. */
    boolean begin(AuthorityId authority, String pool, Instant due, Instant now) {
        return jdbc.sql(BEGIN)
                        .params(authority.value(), pool, Columns.at(due), Columns.at(now))
                        .update()
                == 1;
    }

    void end(AuthorityId authority, String pool, Instant due, Leaf.Tally tally) {
        jdbc.sql(END)
                .params(tally.line(), tally.free(), tally.served(), authority.value(), pool, Columns.at(due))
                .update();
    }
}
