package org.guichet.app.appointment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.app.registration.RequestId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The waiting line by what suits, so that whoever is next for a place is found at once, however long the line. Every
 * change happens under the lock of the pool.
 */
@Component
final class LineIndex {
    private static final String NOT_YET_IN = """
            select window_no
            from draw
            where authority_id = ? and pool = ? and drawn_at is not null
                and not exists (
                    select
                    from line_cohort
                    where line_cohort.authority_id = draw.authority_id and line_cohort.pool = draw.pool
                        and line_cohort.cohort = draw.window_no)""";

    private static final String TAKE_IN = """
            insert into line_cohort (authority_id, pool, cohort)
            values (?, ?, ?)""";

    private static final String FORGET = """
            delete from line_cohort
            where authority_id = ? and pool = ? and cohort = ?""";

    private static final String REMOVE_WINDOW = """
            delete from line_entry
            using request
            where request.authority_id = ? and request.pool = ? and request.window_no = ?
                and line_entry.authority_id = request.authority_id and line_entry.request_id = request.request_id""";

    /** Whether a request is neither joined, nor gone, nor served, nor asleep. */
    static final String WAITS = """
             not request.joined and request.ended_at is null
                and not exists (
                    select
                    from offer
                    where offer.authority_id = request.authority_id and offer.request_id = request.request_id
                        and offer.state in ('OPEN', 'ACCEPTED'))
                and not exists (
                    select
                    from sleep
                    where sleep.authority_id = request.authority_id and sleep.request_id = request.request_id)
            """;

    private static final String ENTER = """
            insert into line_entry
                (authority_id, pool, centre, half_day, persons, together, cohort, position, request_id, impossible)
            select request.authority_id, request.pool, centre, half_day, persons,
                case when persons = 1 then '' else together end, rank.cohort, rank.position, request.request_id,
                coalesce((
                    select range_agg(daterange(split_part(days, '/', 1)::date, split_part(days, '/', 2)::date, '[]'))
                    from unnest(request.impossible) as days), '{}')
            from rank
            join request on request.authority_id = rank.authority_id and request.request_id = rank.request_id
            cross join lateral unnest(case when cardinality(centres) = 0 then array[''] else centres end) as centre
            cross join lateral generate_series(0, 14) as half_day
            where rank.authority_id = ?
                and (moments = 0 and half_day = 0 or half_day > 0 and moments >> (half_day - 1) & 1 = 1) and""" + WAITS;

    private static final String ENTER_SOME = ENTER + """
             and rank.pool = ? and rank.cohort = ? and rank.position > ? and rank.position <= ?
            on conflict do nothing""";

    private static final String ARE_MORE = """
            select exists (
                select
                from rank
                where authority_id = ? and pool = ? and cohort = ? and position > ?)""";

    private static final String ENTER_ONE = ENTER + " and rank.request_id = ? on conflict do nothing";

    /** Takes an authority and a request. */
    static final String LEAVE = """
            delete from line_entry
            where authority_id = ? and request_id = ?""";

    private static final String NEXT = """
            select distinct next.request_id, next.cohort, next.position
            from unnest(?::text[], ?::int[], ?::date[], ?::int[], ?::text[])
                as sought (centre, half_day, day, persons, together)
            cross join lateral (
                select request_id, cohort, position
                from line_entry
                where authority_id = ? and pool = ? and line_entry.centre = sought.centre
                    and line_entry.half_day = sought.half_day and line_entry.persons = sought.persons
                    and line_entry.together = sought.together and (cohort, position) > (?, ?)
                    and not impossible @> sought.day
                order by cohort, position
                limit ?) as next
            order by next.cohort, next.position
            limit ?""";

    private static final String BEFORE_OTHERS = """
            select distinct line_entry.request_id, line_entry.cohort, line_entry.position
            from precedence_claim
            join line_entry on line_entry.authority_id = precedence_claim.authority_id
                and line_entry.request_id = precedence_claim.request_id
            join unnest(?::text[], ?::int[], ?::date[], ?::int[], ?::text[])
                as sought (centre, half_day, day, persons, together)
                on line_entry.centre = sought.centre and line_entry.half_day = sought.half_day
                    and line_entry.persons = sought.persons and line_entry.together = sought.together
                    and not impossible @> sought.day
            where precedence_claim.authority_id = ? and precedence_claim.pool = ? and granted
            order by line_entry.cohort, line_entry.position""";

    private final JdbcClient jdbc;

    LineIndex(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Where a request stands; the first of the line comes first. */
    record Standing(RequestId request, int cohort, int position) {
        static final Standing BEFORE_ALL = new Standing(new RequestId(new UUID(0, 0)), 0, 0);
        static final Comparator<Standing> FIRST_COMES =
                Comparator.comparingInt(Standing::cohort).thenComparingInt(Standing::position);
    }

    /** The cohorts that were drawn since. */
    List<Integer> notYetIn(AuthorityId authority, String pool) {
        return jdbc.sql(NOT_YET_IN)
                .params(authority.value(), pool)
                .query((row, _) -> row.getInt("window_no"))
                .list();
    }

    /** Takes in so many of a cohort that is not yet in, from a position on; true with the last of them: it is in. */
    boolean takeIn(AuthorityId authority, String pool, int cohort, int after, int most) {
        jdbc.sql(ENTER_SOME)
                .params(authority.value(), pool, cohort, after, after + most)
                .update();
        var areMore = jdbc.sql(ARE_MORE)
                .params(authority.value(), pool, cohort, after + most)
                .query(Boolean.class)
                .single();
        if (!areMore) {
            jdbc.sql(TAKE_IN).params(authority.value(), pool, cohort).update();
        }
        return !areMore;
    }

    /** Takes in what is left of them; no statement takes long, however many they are. */
    void takeIn(AuthorityId authority, String pool, int atOnce) {
        for (var cohort : notYetIn(authority, pool)) {
            for (int after = 0; !takeIn(authority, pool, cohort, after, atOnce); ) {
                after += atOnce;
            }
        }
    }

    /** Its draw is void: those of the window wait for another. */
    void forget(AuthorityId authority, String pool, int window) {
        jdbc.sql(REMOVE_WINDOW).params(authority.value(), pool, window).update();
        jdbc.sql(FORGET).params(authority.value(), pool, window).update();
    }

    /** Does nothing where the request does not wait, or has no rank. */
    void enter(AuthorityId authority, RequestId request) {
        jdbc.sql(ENTER_ONE).params(authority.value(), request.value()).update();
    }

    /** Again changes nothing. */
    void leave(AuthorityId authority, RequestId request) {
        jdbc.sql(LEAVE).params(authority.value(), request.value()).update();
    }

    /** Its rank or its wishes are others than before. */
    void enterAgain(AuthorityId authority, RequestId request) {
        leave(authority, request);
        enter(authority, request);
    }

    /** The first so many after somebody who may take what is sought. */
    List<Standing> next(AuthorityId authority, String pool, Sought sought, Standing after, int most) {
        var parameters = parameters(sought);
        return jdbc.sql(NEXT)
                .params(parameters)
                .params(authority.value(), pool, after.cohort(), after.position(), most, most)
                .query(LineIndex::standing)
                .list();
    }

    /** Everybody above the ordinary class who may take what is sought. */
    List<Standing> beforeOthers(AuthorityId authority, String pool, Sought sought) {
        return jdbc.sql(BEFORE_OTHERS)
                .params(parameters(sought))
                .params(authority.value(), pool)
                .query(LineIndex::standing)
                .list();
    }

    private static List<Object> parameters(Sought sought) {
        var keys = sought.keys();
        return new ArrayList<>(List.of(
                Columns.of(keys, Sought.Key::centre),
                Columns.of(keys, Sought.Key::halfDay),
                Columns.of(keys, Sought.Key::day),
                Columns.of(keys, Sought.Key::persons),
                Columns.of(keys, Sought.Key::together)));
    }

    private static Standing standing(ResultSet row, int index) throws SQLException {
        return new Standing(
                new RequestId(Columns.uuid(row, "request_id")), row.getInt("cohort"), row.getInt("position"));
    }
}
