package org.guichet.bench.reoffer;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.guichet.app.appointment.CancelAppointment;
import org.guichet.app.catalogue.Place;
import org.guichet.app.catalogue.Vacancies;
import org.guichet.app.notice.Reach;
import org.guichet.app.platform.Columns;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Locked;
import org.guichet.app.platform.Vault;
import org.guichet.app.registration.RequestId;
import org.guichet.app.window.Windows;
import org.guichet.bench.service.RunningService;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A pool in which many people wait and the first of them have appointments. Rows are written as the service would have
 * written them. Of ten who wait four come whenever three centres have room, two in the mornings only, one to one of the
 * centres, one on two days of the week, one with another person, one not in the next weeks; one of a hundred
 * comes to a fourth centre too, where every fiftieth appointment is.
 */
final class LongLine {
    private static final String REQUESTS = """
            insert into request
                (authority_id, request_id, pool, window_no, number, label, salt, submission, registered_at, language,
                persons, together, joined, centres, moments, preferred_centres, preferred_moments, impossible, reach,
                at_desk)
            select ?, gen_random_uuid(), ?, ?, lpad(((? + i) * 97 + 1)::text, 12, '0'),
                encode(sha256((? || i)::bytea), 'hex'), encode(sha256((? || i)::bytea), 'hex'), gen_random_uuid(),
                ?::timestamptz, 'fr', case i % 10 when 8 then 2 else 1 end,
                (array['SIMULTANEOUS', 'ADJACENT', 'SAME_DAY'])[i / 10 % 3 + 1], false,
                case when i % 100 = 0 then '{nord,sud,est,ouest}'::text[] when i % 10 = 6 then '{nord}'
                    when i % 10 = 7 then '{sud,est}' else '{nord,sud,est}' end,
                case i % 10 when 4 then 341 when 5 then 341 when 7 then 204 else 0 end, '{}', 0,
                case i % 10 when 9 then array[current_date || '/' || current_date + 14] else '{}' end, '', false
            from generate_series(1, ?) as i""";

    private static final String RANKS = """
            insert into rank (authority_id, pool, request_id, cohort, position)
            select authority_id, pool, request_id, window_no, row_number() over (order by number)
            from request
            where authority_id = ? and pool = ?""";

    private static final String DRAW = """
            insert into draw
                (authority_id, pool, window_no, sealed_at, request_count, root, leaf, drawn_at, round, signature)
            values (?, ?, ?, ?::timestamptz, ?, repeat('0', 64), '', ?::timestamptz, 1, repeat('0', 96))""";

    private static final String FIRST = """
            select request_id, persons
            from rank
            join request using (authority_id, request_id)
            where rank.authority_id = ? and rank.pool = ? and position <= ?
            order by position""";

    private static final String WILL_BE_ASKED = """
            select request_id
            from rank
            where authority_id = ? and pool = ? and (position <= ? or position % 100 = 0 and position <= ?)""";

    private static final String REACHED = """
            update request
            set reach = ?, at_desk = false
            where authority_id = ? and request_id = ?""";

    private static final String OFFER = """
            insert into offer
                (authority_id, offer_id, request_id, pool, state, made_at, answer_by, centre, starts_at, ends_at)
            values (?, ?, ?, ?, 'ACCEPTED', ?::timestamptz, ?::timestamptz, ?, ?::timestamptz, ?::timestamptz)""";

    private static final String HOLDING = """
            insert into holding (authority_id, place_id, holder, held_at)
            values (?, ?, ?, ?::timestamptz)""";

    // No place is free that somebody accepts, as after a run.
    private static final String CLOSE_OTHERS = """
            update place
            set withdrawn_at = ?::timestamptz
            where authority_id = ? and pool = ? and not exists (
                select
                from holding
                where holding.authority_id = place.authority_id and holding.place_id = place.place_id)""";

    private static final String NEW_OFFERS = """
            select count(*)
            from offer
            where authority_id = ? and pool = ? and state = 'OPEN'""";

    private static final String HELD = """
            select count(*)
            from holding
            join place using (authority_id, place_id)
            where authority_id = ? and pool = ? and released_at is null""";

    private static final int FAR_EVERY = 50;
    private static final String FAR = "ouest";

    private final RunningService service;
    private final String pool;
    private final int size;
    private final JdbcClient jdbc;
    private final Instant now;
    private final Deque<RequestId> holders = new ArrayDeque<>();

    LongLine(RunningService service, String pool, int size) {
        this.service = service;
        this.pool = pool;
        this.size = size;
        this.jdbc = service.get(JdbcClient.class);
        this.now = service.get(Clock.class).instant();
    }

    private record Holder(RequestId request, int persons) {}

    // Nobody can open what the database wrote for the others.
    private void reachByMail(RequestId request) {
        var reach = service.get(Vault.class)
                .locked(
                        new Reach("personne@example.org", "", "", ""),
                        RunningService.AUTHORITY.value() + "/" + request.value() + "/reach");
        jdbc.sql(REACHED)
                .params(Locked.of(List.of(reach), it -> it)[0], RunningService.AUTHORITY.value(), request.value())
                .update();
    }

    /** So many have appointments, and as many as may be next can be written to. */
    void fill(int appointments) {
        var id = RunningService.AUTHORITY.value();
        var window = service.get(Windows.class)
                .openAt(RunningService.AUTHORITY, pool, now)
                .number();
        var numbers = 1_000_000L * Math.floorMod(pool.hashCode(), 1_000);
        jdbc.sql(REQUESTS)
                .params(id, pool, window, numbers, pool, "salt " + pool, now.toString(), size)
                .update();
        jdbc.sql(RANKS).params(id, pool).update();
        jdbc.sql(DRAW)
                .params(id, pool, window, now.toString(), size, now.toString())
                .update();
        jdbc.sql(WILL_BE_ASKED)
                .params(id, pool, appointments * 4, appointments * 100 / FAR_EVERY * 4)
                .query((row, _) -> new RequestId(Columns.uuid(row, "request_id")))
                .list()
                .forEach(this::reachByMail);
        appoint(appointments);
        jdbc.sql(CLOSE_OTHERS).params(now.toString(), id, pool).update();
        jdbc.sql("analyze").update();
    }

    /** Ends the next appointment; whoever is next in line has an offer when it returns. */
    void cancelOne() {
        service.get(CancelAppointment.class).cancel(RunningService.AUTHORITY, holders.remove());
    }

    int places() {
        return count(HELD);
    }

    int newOffers() {
        return count(NEW_OFFERS);
    }

    private int count(String sql) {
        return jdbc.sql(sql)
                .params(RunningService.AUTHORITY.value(), pool)
                .query(Integer.class)
                .single();
    }

    private void appoint(int count) {
        var near = new ArrayDeque<List<Place>>();
        var far = new ArrayDeque<List<Place>>();
        for (var pair : pairs()) {
            (pair.getFirst().centre().equals(FAR) ? far : near).add(pair);
        }
        var people = jdbc.sql(FIRST)
                .params(RunningService.AUTHORITY.value(), pool, count)
                .query((row, _) -> new Holder(new RequestId(Columns.uuid(row, "request_id")), row.getInt("persons")))
                .list();
        for (var person : people) {
            appoint(person, (holders.size() % FAR_EVERY == FAR_EVERY - 1 ? far : near).remove());
            holders.add(person.request);
        }
    }

    /** Two places of one centre that begin at the same time, the earliest first. */
    private List<List<Place>> pairs() {
        var free = service.get(Vacancies.class)
                .free(
                        RunningService.AUTHORITY,
                        pool,
                        now.plus(Limits.OFFER_LEAD).plus(Limits.OFFER_LEAD),
                        now);
        return free.stream()
                .collect(Collectors.groupingBy(it -> it.startsAt() + it.centre(), TreeMap::new, Collectors.toList()))
                .values()
                .stream()
                .toList();
    }

    private void appoint(Holder holder, List<Place> pair) {
        var id = RunningService.AUTHORITY.value();
        var offer = UUID.randomUUID();
        var first = pair.getFirst();
        jdbc.sql(OFFER)
                .params(
                        id,
                        offer,
                        holder.request.value(),
                        pool,
                        now.toString(),
                        now.plusSeconds(1).toString(),
                        first.centre(),
                        first.startsAt().toString(),
                        first.endsAt().toString())
                .update();
        for (var place : new ArrayList<>(pair.subList(0, holder.persons))) {
            jdbc.sql(HOLDING).params(id, place.id(), offer, now.toString()).update();
        }
    }
}
