package org.guichet.app.catalogue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which places of a pool can be given. */
@Component
public final class Vacancies {
    private static final String NOBODY_HOLDS = """
             and not exists (
                select
                from holding
                where holding.authority_id = place.authority_id and holding.place_id = place.place_id
                    and holding.released_at is null and (holding.held_until is null or holding.held_until > ?))
            """;

    private static final String UNHELD = """
            select place_id, pool, centre, counter, starts_at, ends_at
            from place
            where authority_id = ? and pool = ? and starts_at > ? and withdrawn_at is null""" + NOBODY_HOLDS;

    // What the rules no longer make is nobody's, once whoever holds it gives it back.
    private static final String FREE = UNHELD + """
             and not unplanned
            order by starts_at, centre, counter""";

    private static final String FREE_BEFORE = UNHELD + """
             and not unplanned and starts_at < ?
            order by starts_at, centre, counter""";

    private static final String FREE_AROUND = """
            select place_id, pool, place.centre, counter, starts_at, ends_at
            from (
                select distinct centre, date_trunc('day', at, ?) as midnight
                from unnest(?::text[], ?::timestamptz[]) as given (centre, at)) as day
            join place on place.centre = day.centre and starts_at >= day.midnight
                and starts_at < date_add(day.midnight, interval '1 day', ?)
            where place.authority_id = ? and pool = ? and starts_at > ? and withdrawn_at is null""" + NOBODY_HOLDS + """
             and not unplanned
            order by starts_at, place.centre, counter""";

    private static final String ANY_FREE = "select exists (" + FREE + " limit 1)";

    private static final String FREE_AT = """
            select place_id
            from place
            where authority_id = ? and pool = ? and starts_at = ? and centre = ?
                and withdrawn_at is null""" + NOBODY_HOLDS + """
             and not unplanned""";

    private static final String ANY_FREE_AT = "select exists (" + FREE_AT + ")";

    /** Places of a pool, and where their days begin and end. */
    public record Around(String pool, Collection<Place> places, ZoneId zone) {}

    private final JdbcClient jdbc;

    Vacancies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The places after an instant that nobody holds now, also those that the rules no longer make. */
    List<Place> unheld(AuthorityId authority, String pool, Instant after, Instant now) {
        return jdbc.sql(UNHELD)
                .params(authority.value(), pool, Columns.at(after), Columns.at(now))
                .query(Places::place)
                .list();
    }

    /** The places after an instant that can be given now: nobody holds them, and the rules make them. */
    public List<Place> free(AuthorityId authority, String pool, Instant after, Instant now) {
        return jdbc.sql(FREE)
                .params(authority.value(), pool, Columns.at(after), Columns.at(now))
                .query(Places::place)
                .list();
    }

    /** Those of them that begin before another instant. */
    public List<Place> free(AuthorityId authority, String pool, Instant after, Instant before, Instant now) {
        return jdbc.sql(FREE_BEFORE)
                .params(authority.value(), pool, Columns.at(after), Columns.at(now), Columns.at(before))
                .query(Places::place)
                .list();
    }

    /** What is free after an instant in the centres and on the days of these places. */
    public List<Place> freeAround(AuthorityId authority, Around around, Instant after, Instant now) {
        var zone = around.zone().getId();
        return jdbc.sql(FREE_AROUND)
                .params(
                        zone,
                        Columns.of(around.places(), Place::centre),
                        Columns.of(around.places(), Place::startsAt),
                        zone,
                        authority.value(),
                        around.pool(),
                        Columns.at(after),
                        Columns.at(now))
                .query(Places::place)
                .list();
    }

    public boolean isAnyFree(AuthorityId authority, String pool, Instant after, Instant now) {
        return jdbc.sql(ANY_FREE)
                .params(authority.value(), pool, Columns.at(after), Columns.at(now))
                .query(Boolean.class)
                .single();
    }

    /** Whether a place of a centre that begins just then can be given now. */
    public boolean isAnyFreeAt(AuthorityId authority, String pool, String centre, Instant start, Instant now) {
        return jdbc.sql(ANY_FREE_AT)
                .params(authority.value(), pool, Columns.at(start), centre, Columns.at(now))
                .query(Boolean.class)
                .single();
    }
}
