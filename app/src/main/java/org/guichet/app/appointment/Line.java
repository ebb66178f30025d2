package org.guichet.app.appointment;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guichet.app.catalogue.Place;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.app.platform.Limits;
import org.guichet.app.registration.RequestId;
import org.guichet.core.allot.SerialDictatorship;
import org.guichet.core.allot.Together;
import org.guichet.core.allot.Turn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who waits in a pool, with a rank or still without, and whether free places are for them. */
@Component
public final class Line {
    // Whoever is about to be given the place that was kept does not wait. Whoever gave a chosen place back chooses
    // another, and so does whoever lost it otherwise before there was a rank, since no run serves without one: each
    // such request would end choosing for all until the next run.
    private static final String WAITS = """
             and not coalesce((
                select offer.state in ('OPEN', 'ACCEPTED')
                    or offer.chosen
                        and (offer.state = 'CANCELLED'
                            or offer.state in ('CLOSED', 'FORGOTTEN') and not exists (
                                select
                                from rank
                                where rank.authority_id = offer.authority_id and rank.request_id = offer.request_id))
                from offer
                where offer.authority_id = request.authority_id and offer.request_id = request.request_id
                order by offer.state in ('OPEN', 'ACCEPTED') desc, offer.made_at desc
                limit 1), false)
            and not exists (
                select
                from holding
                where holding.authority_id = request.authority_id and holding.holder = request.submission
                    and holding.released_at is null and holding.held_until > ?)
            """;

    // Each once, by the first of its entries.
    private static final String IN_LINE = """
            select request.request_id
            from line_entry
            join request on request.authority_id = line_entry.authority_id
                and request.request_id = line_entry.request_id
            where line_entry.authority_id = ? and line_entry.pool = ?
                and not exists (
                    select
                    from line_entry as first
                    where first.authority_id = line_entry.authority_id and first.request_id = line_entry.request_id
                        and (first.centre, first.half_day) < (line_entry.centre, line_entry.half_day))
            """ + WAITS + """
            order by centre, half_day, line_entry.persons, line_entry.together, cohort, position
            limit ?""";

    private static final String NOT_IN_LINE_YET = """
            select early.request_id
            from registration_window
            cross join lateral (
                select request_id
                from request
                where request.authority_id = registration_window.authority_id
                    and request.pool = registration_window.pool and request.window_no = registration_window.window_no
                    and not joined and ended_at is null
                    and not exists (
                        select
                        from sleep
                        where sleep.authority_id = request.authority_id and sleep.request_id = request.request_id)
            """ + WAITS + """
                limit ?) as early
            where registration_window.authority_id = ? and registration_window.pool = ?
                and not exists (
                    select
                    from line_cohort
                    where line_cohort.authority_id = registration_window.authority_id
                        and line_cohort.pool = registration_window.pool
                        and line_cohort.cohort = registration_window.window_no)
            limit ?""";

    // Where places are chosen nearly everybody has one: only who waits by rank is read, and the windows without ranks.
    private static final String WAITING = "(" + IN_LINE + ") union (" + NOT_IN_LINE_YET + ") limit ?";

    private static final String SERVED = """
            select exists (
                select
                from draw
                join allotment_run on allotment_run.authority_id = draw.authority_id
                    and allotment_run.pool = draw.pool and allotment_run.held_at >= draw.drawn_at
                where draw.authority_id = ? and draw.pool = ?)""";

    private final JdbcClient jdbc;
    private final Allotment allotment;

    Line(JdbcClient jdbc, Allotment allotment) {
        this.jdbc = jdbc;
        this.allotment = allotment;
    }

    /** Whether a run was ever held after a draw: before that everybody comes by the draw, or the fastest would win. */
    public boolean wasServed(AuthorityId authority, String pool) {
        return jdbc.sql(SERVED)
                .params(authority.value(), pool)
                .query(Boolean.class)
                .single();
    }

    /** Who waits and neither sleeps nor holds anything; no more than are looked at. */
    public List<RequestId> waiting(AuthorityId authority, String pool, Instant now) {
        var most = Limits.LINE_READ_MAX + 1;
        var at = Columns.at(now);
        var id = authority.value();
        return jdbc.sql(WAITING)
                .params(id, pool, at, most, at, most, id, pool, most, most)
                .query((row, _) -> new RequestId(Columns.uuid(row, "request_id")))
                .list();
    }

    /** Whether somebody of those who wait would take one of these places, or a block of them. */
    public boolean wants(AuthorityId authority, String pool, List<RequestId> waiting, List<Place> free, Instant now) {
        return allotment.suits(authority, pool, waiting, free, now);
    }

    /** The earliest of these places, or block of them, that has room for so many who come so. */
    public Optional<List<Place>> earliest(
            AuthorityId authority, int persons, Together together, Collection<Place> among) {
        var byId = among.stream().collect(Collectors.toMap(Place::id, Function.identity()));
        var stock = allotment.stock(authority, among);
        return SerialDictatorship.alone(stock, Turn.anybody(persons, together, stock.anything()))
                .map(block -> block.stream()
                        .map(it -> Objects.requireNonNull(byId.get(it.id())))
                        .toList());
    }
}
