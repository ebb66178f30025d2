package org.guichet.bench.cohort;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.guichet.app.appointment.ExplainRun;
import org.guichet.app.draw.DrawOrder;
import org.guichet.app.draw.Drawings;
import org.guichet.app.notice.Reach;
import org.guichet.app.platform.Columns;
import org.guichet.app.platform.Locked;
import org.guichet.app.platform.TimedId;
import org.guichet.app.platform.Vault;
import org.guichet.bench.service.RunningService;
import org.guichet.core.beacon.Round;
import org.guichet.core.draw.Label;
import org.guichet.core.text.FormatException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A pool whose first window is over, with many requests in it and many free places, and what is done with them. Rows
 * are written as the service would have written them, and each can be written to. Of ten who wait four come whenever
 * three centres have room, two in the mornings only, one to one of the centres, one on two days of the week, one with
 * another person, one not on days that are nearly its own.
 */
final class Cohort {
    static final String POOL = "cohorte";

    private static final int WINDOW = 1;
    private static final int WRITTEN_TOGETHER = 10_000;
    private static final int COUNTERS = 100;
    private static final int TIMES_A_DAY = 12;
    private static final int AHEAD_DAYS = 7;
    private static final List<String> CENTRES = List.of("nord", "sud", "est");

    // Published by quicknet (docs/spec/draw.md).
    private static final long ROUND = 1000;
    private static final String SIGNATURE =
            "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125" + "e342b73a8dd2bacbe47e4b6b63ed5e39";

    private static final String ENDS_NOW = """
            update registration_window
            set opens_at = opens_at - interval '15 days', closes_at = now(), draw_at = now() + interval '1 second',
                round = ?
            where authority_id = ? and pool = ? and window_no = ?""";

    private static final String REQUESTS = """
            insert into request
                (authority_id, request_id, pool, window_no, number, label, salt, submission, registered_at, language,
                persons, together, joined, centres, moments, preferred_centres, preferred_moments, impossible, reach,
                at_desk)
            select ?, request_id, ?, ?, ((6000000000 + i) * 97 + 1)::text,
                encode(sha256(('cohort ' || i)::bytea), 'hex'), encode(sha256(('salt ' || i)::bytea), 'hex'),
                gen_random_uuid(), now() - interval '1 day', 'fr', case i % 10 when 8 then 2 else 1 end,
                (array['SIMULTANEOUS', 'ADJACENT', 'SAME_DAY'])[i / 10 % 3 + 1], false,
                case i % 10 when 6 then '{nord}'::text[] when 7 then '{sud,est}' else '{nord,sud,est}' end,
                case i % 10 when 4 then 341 when 5 then 341 when 7 then 204 else 0 end, '{}', 0,
                case i % 10
                    when 9 then array[(current_date + i / 10 % 60) || '/' || (current_date + i / 10 % 60 + i % 14)]
                    else '{}' end, reach, false
            from unnest(?::int[], ?::uuid[], ?::bytea[]) as row (i, request_id, reach)""";

    private static final String PLACES = """
            insert into place (authority_id, pool, centre, counter, starts_at, ends_at)
            select ?, ?, centre, counter, ?, ?
            from unnest(?::text[]) as centre
            cross join generate_series(101, 100 + ?) as counter""";

    private static final String OWED = """
            insert into run_owed (authority_id, pool, since)
            values (?, ?, now())""";

    private static final String LAST_LABEL = """
            select label
            from rank
            join request on request.authority_id = rank.authority_id and request.request_id = rank.request_id
            where rank.authority_id = ? and rank.pool = ?
            order by cohort desc, position desc
            limit 1""";

    private static final String RANKED = """
            select count(*)
            from rank
            where authority_id = ? and pool = ?""";

    private static final String TOLD = """
            select count(*)
            from notice
            join request on request.authority_id = notice.authority_id and request.request_id = notice.request_id
            where notice.authority_id = ? and pool = ? and kind = 'drawn'""";

    private static final String ENTERED = """
            select count(distinct request_id)
            from line_entry
            where authority_id = ? and pool = ?""";

    private static final String SERVED = """
            select count(*)
            from offer
            where authority_id = ? and pool = ?""";

    private static final String HELD = """
            select count(*)
            from holding
            join place on place.authority_id = holding.authority_id and place.place_id = holding.place_id
            where place.authority_id = ? and pool = ? and released_at is null""";

    private final RunningService service;
    private final JdbcClient jdbc;

    Cohort(RunningService service) {
        this.service = service;
        this.jdbc = service.get(JdbcClient.class);
    }

    /**
     * Writes so many requests and as many places or a few more, and tells now and then how many requests there are;
     * answers how many places.
     */
    int fill(int requests, int places, IntConsumer written) {
        jdbc.sql(ENDS_NOW)
                .params(ROUND, RunningService.AUTHORITY.value(), POOL, WINDOW)
                .update();
        for (var from = 0; from < requests; from += WRITTEN_TOGETHER) {
            var until = Math.min(from + WRITTEN_TOGETHER, requests);
            add(IntStream.range(from, until).mapToObj(this::named).toList());
            written.accept(until);
        }
        var day = LocalDate.now(ZoneId.of("Europe/Paris")).plusDays(AHEAD_DAYS);
        var added = 0;
        while (added < places) {
            added += addDay(day, places - added);
            day = day.plusDays(1);
        }
        // Whoever has no row yet was never counted either.
        jdbc.sql("vacuum (analyze) request, place").update();
        jdbc.sql("checkpoint").update();
        return added;
    }

    private record Named(int number, UUID request, Locked reach) {}

    private Named named(int number) {
        var id = TimedId.at(Instant.now());
        var reach = service.get(Vault.class)
                .locked(
                        new Reach("personne." + number + "@example.org", "", "", ""),
                        RunningService.AUTHORITY.value() + "/" + id + "/reach");
        return new Named(number, id, reach);
    }

    private void add(List<Named> some) {
        jdbc.sql(REQUESTS)
                .params(
                        RunningService.AUTHORITY.value(),
                        POOL,
                        WINDOW,
                        Columns.of(some, Named::number),
                        Columns.of(some, Named::request),
                        Locked.of(some, Named::reach))
                .update();
    }

    /** As many as fit into a day. */
    private int addDay(LocalDate day, int most) {
        var added = 0;
        for (var time = 0; time < TIMES_A_DAY && added < most; time++) {
            var start = day.atTime(LocalTime.of(9 + time / 2, time % 2 * 30)).atZone(ZoneId.of("Europe/Paris"));
            added += jdbc.sql(PLACES)
                    .params(
                            RunningService.AUTHORITY.value(),
                            POOL,
                            Columns.at(start.toInstant()),
                            Columns.at(start.plusMinutes(30).toInstant()),
                            CENTRES.toArray(String[]::new),
                            Math.min(COUNTERS, Math.ceilDiv(most - added, CENTRES.size())))
                    .update();
        }
        return added;
    }

    void seal() {
        service.job("seal").run();
        service.job("journal").run();
    }

    void draw() {
        var drawing = service.get(Drawings.class)
                .find(RunningService.AUTHORITY, POOL, WINDOW)
                .orElseThrow();
        try {
            service.get(DrawOrder.class).decide(RunningService.AUTHORITY, drawing, Round.parse(ROUND, SIGNATURE));
        } catch (FormatException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Everybody drawn stands in the line by what suits. */
    void enter() {
        service.job("lines").run();
    }

    /** Gives the places to the line. */
    void run() {
        jdbc.sql(OWED).params(RunningService.AUTHORITY.value(), POOL).update();
        service.job("runs").run();
    }

    /** Explains its refusal to the last in the line. */
    void explain() {
        var last = jdbc.sql(LAST_LABEL)
                .params(RunningService.AUTHORITY.value(), POOL)
                .query((row, _) -> new Label(row.getString("label")))
                .single();
        service.get(ExplainRun.class).explain(RunningService.AUTHORITY, POOL, last);
    }

    long ranked() {
        return count(RANKED);
    }

    long told() {
        return count(TOLD);
    }

    long entered() {
        return count(ENTERED);
    }

    long served() {
        return count(SERVED);
    }

    long held() {
        return count(HELD);
    }

    private long count(String sql) {
        return jdbc.sql(sql)
                .params(RunningService.AUTHORITY.value(), POOL)
                .query(Long.class)
                .single();
    }
}
