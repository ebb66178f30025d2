package org.guichet.bench.contention;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.guichet.app.choosing.Wanted;
import org.guichet.app.platform.Columns;
import org.guichet.app.window.Windows;
import org.guichet.bench.service.RunningService;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A pool whose places are chosen: its first draw and its first run are over, nobody waits, and so many places are free.
 */
final class ChoicePool {
    static final String POOL = "choice";

    private static final String CENTRE = "loire";
    private static final int COUNTERS = 5;
    private static final int TIMES_A_DAY = 16;
    private static final Duration TIME = Duration.ofMinutes(30);
    private static final Duration AHEAD = Duration.ofDays(7);
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private static final String DRAWN = """
            insert into draw
                (authority_id, pool, window_no, sealed_at, request_count, root, leaf, drawn_at, round, signature)
            values (?, ?, ?, now(), 0, repeat('0', 64), 'nobody', now(), 1, repeat('0', 96))""";

    private static final String RUN = """
            insert into allotment_run (authority_id, pool, due_at, held_at, waiting, free, served)
            values (?, ?, now(), now(), 0, 0, 0)""";

    private static final String ADD_PLACES = """
            insert into place (authority_id, pool, centre, counter, starts_at, ends_at)
            select ?, ?, ?, counter, ?, ?
            from generate_series(1, ?) as counter""";

    private static final String HELD = """
            select count(distinct place.place_id)
            from place
            join holding on holding.authority_id = place.authority_id and holding.place_id = place.place_id
            join offer on offer.authority_id = holding.authority_id and offer.offer_id = holding.holder
            where place.authority_id = ? and place.pool = ? and released_at is null and offer.state = 'ACCEPTED'""";

    private static final String FREE = """
            select starts_at
            from place
            where authority_id = ? and pool = ?
                and not exists (
                    select
                    from holding
                    where holding.authority_id = place.authority_id and holding.place_id = place.place_id
                        and released_at is null)""";

    private static final String OVERSOLD = """
            select coalesce(sum(holders - 1), 0)
            from (
                select count(*) as holders
                from place
                join holding on holding.authority_id = place.authority_id and holding.place_id = place.place_id
                where place.authority_id = ? and place.pool = ? and released_at is null
                group by place.place_id) as live""";

    private static final String IN_PARTS = """
            select count(*)
            from offer
            join request on request.authority_id = offer.authority_id and request.request_id = offer.request_id
            where offer.authority_id = ? and offer.pool = ? and offer.state = 'ACCEPTED'
                and request.persons <> (
                    select count(*)
                    from holding
                    join place on place.authority_id = holding.authority_id and place.place_id = holding.place_id
                    where holding.authority_id = offer.authority_id and holding.holder = offer.offer_id
                        and released_at is null and place.starts_at = offer.starts_at)""";

    private static final String SEVERAL = """
            select count(*)
            from (
                select person_key
                from offer
                join person on person.authority_id = offer.authority_id and person.request_id = offer.request_id
                where offer.authority_id = ? and offer.pool = ? and offer.state = 'ACCEPTED'
                group by person_key
                having count(distinct offer_id) > 1) as greedy""";

    private static final String COUPLES = """
            select count(*)
            from offer
            join request on request.authority_id = offer.authority_id and request.request_id = offer.request_id
            where offer.authority_id = ? and offer.pool = ? and offer.state = 'ACCEPTED' and request.persons > 1""";

    private final JdbcClient jdbc;
    private final List<Instant> times;

    ChoicePool(RunningService service, int places) {
        jdbc = service.get(JdbcClient.class);
        var now = Instant.now();
        var window = service.get(Windows.class).openAt(RunningService.AUTHORITY, POOL, now);
        jdbc.sql(DRAWN)
                .params(RunningService.AUTHORITY.value(), POOL, window.number())
                .update();
        jdbc.sql(RUN).params(RunningService.AUTHORITY.value(), POOL).update();
        times = times(now.plus(AHEAD), places / COUNTERS);
        times.forEach(this::add);
        jdbc.sql("analyze").update();
    }

    int places() {
        return times.size() * COUNTERS;
    }

    /** One of the times, as somebody chooses it on the calendar: from 0 for the first to just before 1 for the last. */
    Wanted wanted(double share) {
        return new Wanted(CENTRE, times.get((int) (share * times.size())));
    }

    /** The time of each place that nobody has. */
    List<Wanted> free() {
        return jdbc.sql(FREE)
                .params(RunningService.AUTHORITY.value(), POOL)
                .query((row, _) -> new Wanted(CENTRE, Columns.instant(row, "starts_at")))
                .list();
    }

    long held() {
        return count(HELD);
    }

    /** Holders that a place has beyond the first. */
    long oversold() {
        return count(OVERSOLD);
    }

    /** Appointments that do not have a place for each person at the same time. */
    long inParts() {
        return count(IN_PARTS);
    }

    /** Persons with more than one appointment. */
    long withSeveral() {
        return count(SEVERAL);
    }

    long couples() {
        return count(COUPLES);
    }

    private static List<Instant> times(Instant from, int count) {
        var first = from.atZone(ZONE).with(LocalTime.of(9, 0));
        return IntStream.range(0, count)
                .mapToObj(time -> first.plusDays(time / TIMES_A_DAY)
                        .plus(TIME.multipliedBy(time % TIMES_A_DAY))
                        .toInstant())
                .toList();
    }

    private void add(Instant start) {
        jdbc.sql(ADD_PLACES)
                .params(
                        RunningService.AUTHORITY.value(),
                        POOL,
                        CENTRE,
                        Columns.at(start),
                        Columns.at(start.plus(TIME)),
                        COUNTERS)
                .update();
    }

    private long count(String statement) {
        return jdbc.sql(statement)
                .params(RunningService.AUTHORITY.value(), POOL)
                .query(Long.class)
                .single();
    }
}
