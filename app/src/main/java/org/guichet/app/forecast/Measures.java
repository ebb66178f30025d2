package org.guichet.app.forecast;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.guichet.app.catalogue.PlannedPlaces;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Transactions;
import org.guichet.app.registration.Moments;
import org.guichet.app.registration.Wishes;
import org.guichet.core.planning.Experience;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What happened in a line so far, and what is planned for it. */
@Component
final class Measures {
    /** What is older says little of today. */
    private static final Duration PAST = Duration.ofDays(84);

    private static final int FETCHED = 10_000;

    // Another node reads it some minutes later: what ended since had not.
    private static final String WAITING = """
            select rank.cohort, rank.position, request.persons, request.joined,
                centres::text || moments as accepted, centres, moments
            from rank
            join request on request.authority_id = rank.authority_id and request.request_id = rank.request_id
            where rank.authority_id = ? and rank.pool = ? and (request.ended_at is null or request.ended_at > ?)
                and not exists (
                    select
                    from offer
                    where offer.authority_id = rank.authority_id and offer.request_id = rank.request_id
                        and offer.state in ('OPEN', 'ACCEPTED') and offer.made_at <= ?)
                and not exists (
                    select
                    from offer
                    where offer.authority_id = rank.authority_id and offer.request_id = rank.request_id
                        and offer.ended_at > ? and offer.made_at <= ?)
                and not exists (
                    select
                    from sleep
                    where sleep.authority_id = rank.authority_id and sleep.request_id = rank.request_id
                        and sleep.since <= ?)
            order by rank.cohort, rank.position""";

    private static final String FREE = """
            select centre, starts_at, count(*) as places
            from place
            where authority_id = ? and pool = ? and withdrawn_at is null and starts_at >= ? and starts_at < ?
                and not unplanned
                and not exists (
                    select
                    from holding
                    where holding.authority_id = place.authority_id and holding.place_id = place.place_id
                        and holding.released_at is null
                        and (holding.held_until is null or holding.held_until > ?))
            group by centre, starts_at""";

    // Who came or did not come released the place when its time was there already. What was withdrawn and not made anew
    // at its counter was planned too: the counter was closed. What stays free before anybody has waited, or while
    // people choose since nobody waits, says nothing of how a line goes on; what precedence took is not the line's.
    private static final String YIELDS = """
            with planned as (
                select place_id, starts_at
                from place
                where authority_id = ? and pool = ? and withdrawn_at is null and starts_at >= ? and starts_at < ?
                union all
                select max(place_id), starts_at
                from place
                where authority_id = ? and pool = ? and withdrawn_at is not null and starts_at >= ? and starts_at < ?
                    and not exists (
                        select
                        from place as anew
                        where anew.authority_id = place.authority_id and anew.centre = place.centre
                            and anew.counter = place.counter and anew.withdrawn_at is null
                            and tstzrange(anew.starts_at, anew.ends_at) && tstzrange(place.starts_at, place.ends_at))
                group by centre, counter, starts_at)
            select count(*) as planned, count(*) filter (where exists (
                select
                from holding
                where holding.authority_id = ? and holding.place_id = planned.place_id
                    and (holding.released_at is null or holding.released_at >= planned.starts_at)
                    and not exists (
                        select
                        from precedence_use
                        where precedence_use.authority_id = holding.authority_id
                            and precedence_use.offer_id = holding.holder))) as taken
            from planned
            where starts_at >= (
                    select min(held_at)
                    from allotment_run
                    where authority_id = ? and pool = ? and waiting > 0)
                and not exists (
                    select
                    from (
                        select regime, changed_at, lead(changed_at, 1, 'infinity') over (order by change_no) as over_at
                        from regime_change
                        where authority_id = ? and pool = ?) as span
                    where regime = 'CHOICE' and starts_at >= changed_at and starts_at < over_at)
            group by date_trunc('week', starts_at at time zone ?)
            order by min(starts_at)""";

    // Who chose a place did not wait for one.
    private static final String GONE = """
            select (
                select count(*)
                from request
                join rank on rank.authority_id = request.authority_id and rank.request_id = request.request_id
                where request.authority_id = ? and request.pool = ? and request.ending = 'WITHDRAWN'
                    and request.ended_at >= ?
                    and not exists (
                        select
                        from offer
                        where offer.authority_id = request.authority_id and offer.request_id = request.request_id
                            and chosen))
                + (
                select count(*)
                from sleep
                join request on request.authority_id = sleep.authority_id and request.request_id = sleep.request_id
                where sleep.authority_id = ? and request.pool = ? and sleep.since >= ?)""";

    // Whoever waits in a run has waited since the one before: a week, or less where a closure or added places made one.
    private static final String WAITED = """
            select coalesce(sum(waiting * extract(epoch from since) / extract(epoch from interval '7 days')), 0)
            from (
                select waiting, coalesce(due_at - lag(due_at) over (order by due_at), interval '7 days') as since
                from allotment_run
                where authority_id = ? and pool = ? and due_at >= ?) as run""";

    private static final String SERVED = """
            select count(distinct request_id)
            from offer
            where authority_id = ? and pool = ? and made_at >= ? and made_at <= ?
                and (state in ('OPEN', 'ACCEPTED', 'MET', 'ABSENT') or ended_at > ?)""";

    private final JdbcClient jdbc;
    private final Transactions transactions;

    Measures(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Who waited for a place then. A line may be longer than what a driver should hold: it comes in parts. */
    SeatedLine waiting(AuthorityId authority, String pool, Planned planned, Instant at) {
        var then = Columns.at(at);
        return transactions.of(_ -> {
            var line = new SeatedLine(planned);
            var known = new HashMap<String, Wishes>();
            jdbc.sql(WAITING)
                    .withFetchSize(FETCHED)
                    .params(authority.value(), pool, then, then, then, then, then)
                    .query(row -> {
                        line.add(new SeatedLine.Next(
                                row.getInt("cohort"),
                                row.getInt("position"),
                                row.getInt("persons"),
                                row.getBoolean("joined"),
                                accepted(row, known)));
                    });
            return line;
        });
    }

    // Millions wish what some hundreds wish.
    private static Wishes accepted(ResultSet row, Map<String, Wishes> known) throws SQLException {
        var text = row.getString("accepted");
        var wishes = known.get(text);
        if (wishes == null) {
            wishes = Wishes.ANYTHING.in(Columns.texts(row, "centres")).at(new Moments(row.getInt("moments")));
            known.put(text, wishes);
        }
        return wishes;
    }

    /** Places that nobody holds, and that are made already and far enough for an offer. */
    Map<PlannedPlaces.Start, Integer> free(AuthorityId authority, String pool, Instant now) {
        var from = now.plus(Limits.OFFER_LEAD);
        var until = now.plus(Limits.PLACES_PUBLISHED_AHEAD);
        var free = new HashMap<PlannedPlaces.Start, Integer>();
        jdbc.sql(FREE)
                .params(authority.value(), pool, Columns.at(from), Columns.at(until), Columns.at(now))
                .query(row -> {
                    var start = new PlannedPlaces.Start(row.getString("centre"), Columns.instant(row, "starts_at"));
                    free.put(start, row.getInt("places"));
                });
        return free;
    }

    Experience experience(AuthorityId authority, String pool, ZoneId zone, Instant now) {
        var since = Columns.at(now.minus(PAST));
        var yields = jdbc.sql(YIELDS)
                .params(authority.value(), pool, since, Columns.at(now))
                .params(authority.value(), pool, since, Columns.at(now))
                .params(authority.value())
                .params(authority.value(), pool, authority.value(), pool, zone.getId())
                .query((row, _) -> row.getInt("taken") / (double) row.getInt("planned"))
                .list();
        var waited = jdbc.sql(WAITED)
                .params(authority.value(), pool, since)
                .query(Double.class)
                .single();
        var gone = jdbc.sql(GONE)
                .params(authority.value(), pool, since, authority.value(), pool, since)
                .query(Long.class)
                .single();
        return new Experience(yields, gone, waited);
    }

    /** Requests that had got an offer in the seven days before and had not refused it. */
    int servedInAWeek(AuthorityId authority, String pool, Instant at) {
        return jdbc.sql(SERVED)
                .params(authority.value(), pool)
                .params(Columns.at(at.minus(Duration.ofDays(7))), Columns.at(at), Columns.at(at))
                .query(Integer.class)
                .single();
    }
}
