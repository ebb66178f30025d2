package org.guichet.app.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.guichet.app.outage.Outages;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of places and of who holds them. Giving, freeing and withdrawing happen under the lock of the pool. */
@Component
public final class Places {
    private static final String ADD_POOL = """
            insert into pool (authority_id, pool)
            values (?, ?)
            on conflict (authority_id, pool) do nothing""";

    private static final String LOCK = """
            select pool
            from pool
            where authority_id = ? and pool = ?
            for update""";

    // A counter that still has somebody of the hours before receives nobody of the new ones meanwhile: the constraint
    // place_apart decides.
    private static final String ADD = """
            insert into place (authority_id, pool, centre, counter, starts_at, ends_at)
            select ?, ?, wanted.*
            from unnest(?::text[], ?::int[], ?::timestamptz[], ?::timestamptz[]) as wanted
            on conflict do nothing
            returning centre, counter, starts_at, ends_at""";

    private static final int MADE_TOGETHER = 1_000;
    private static final Comparator<Plan.Span> BY_COUNTER = Comparator.comparing(Plan.Span::centre)
            .thenComparingInt(Plan.Span::counter)
            .thenComparing(Plan.Span::startsAt);

    private static final String WITHDRAW = """
            update place
            set withdrawn_at = ?
            where authority_id = ? and place_id = ? and withdrawn_at is null""";

    private static final String WITHDRAW_OTHERS = """
            update place
            set withdrawn_at = ?
            where authority_id = ? and pool <> all(?::text[]) and withdrawn_at is null""";

    private static final String PLAN = """
            update place
            set unplanned = ?
            where authority_id = ? and place_id = any(?::bigint[]) and unplanned <> ?""";

    private static final String AFTER = " from place where authority_id = ? and pool = ? and starts_at > ?";

    private static final String AHEAD = """
            select place_id, pool, centre, counter, starts_at, ends_at""" + AFTER + """
             and withdrawn_at is null
            order by starts_at, centre, counter""";

    private static final String WITHDRAWN =
            "select place_id, pool, centre, counter, starts_at, ends_at" + AFTER + " and withdrawn_at is not null";

    private static final String COUNT_AHEAD = "select count(*)" + AFTER + " and withdrawn_at is null";

    private static final String HELD_BY = """
            select place.place_id, pool, centre, counter, starts_at, ends_at
            from holding
            join place on place.authority_id = holding.authority_id and place.place_id = holding.place_id
            where holding.authority_id = ? and holding.holder = ? and released_at is null
            order by starts_at, centre, counter""";

    // What was kept for somebody until an instant that has passed is free, though nobody has said so yet.
    private static final String LAPSE = """
            update holding
            set released_at = held_until
            where authority_id = ? and place_id = any(?::bigint[]) and released_at is null and held_until <= ?""";

    // The partial unique index one_live_holder decides, whatever runs at the same time. Counting what has lapsed makes
    // it lapse first.
    private static final String HOLD = "with lapsed as (" + LAPSE + " returning place_id)" + """
            insert into holding (authority_id, place_id, holder, held_at)
            select ?, place_id, ?, ?
            from unnest(?::bigint[]) as place_id
            where (select count(*) from lapsed) >= 0""";

    private static final String RELEASE = """
            update holding
            set released_at = ?
            from place
            where holding.authority_id = ? and holder = ? and released_at is null
                and place.authority_id = holding.authority_id and place.place_id = holding.place_id
            returning place.place_id, pool, centre, counter, starts_at, ends_at""";

    private static final String RECOUNT_PLACES = "analyze place";
    private static final String RECOUNT_HOLDERS = "analyze holding";
    private static final String IS_ANY_HELD = "select exists (select from holding)";

    private final JdbcClient jdbc;
    private final Outages outages;

    Places(JdbcClient jdbc, Outages outages) {
        this.jdbc = jdbc;
        this.outages = outages;
    }

    /**
     * Makes the caller's transaction the only one that gives, frees or withdraws places of this pool. Deadlines that
     * are read after it have moved by every outage.
     */
    public void lock(AuthorityId authority, String pool) {
        outages.account(authority);
        jdbc.sql(LOCK).params(authority.value(), pool).query(String.class).single();
    }

    /** Where nobody asked yet and the file is without the procedure, its counters are free for others. */
    void withdrawOthers(AuthorityId authority, Catalogue catalogue, Instant now) {
        jdbc.sql(WITHDRAW_OTHERS)
                .params(
                        Columns.at(now),
                        authority.value(),
                        Columns.of(catalogue.procedures(), Catalogue.Procedure::code))
                .update();
    }

    /** How many places are still to come, held or free. */
    public int countAhead(AuthorityId authority, String pool, Instant after) {
        return jdbc.sql(COUNT_AHEAD)
                .params(authority.value(), pool, Columns.at(after))
                .query(Integer.class)
                .single();
    }

    /** Every place still to come, held or free. */
    public List<Place> ahead(AuthorityId authority, String pool, Instant after) {
        return jdbc.sql(AHEAD)
                .params(authority.value(), pool, Columns.at(after))
                .query(Places::place)
                .list();
    }

    public List<Place> heldBy(AuthorityId authority, UUID holder) {
        return jdbc.sql(HELD_BY)
                .params(authority.value(), holder)
                .query(Places::place)
                .list();
    }

    public void hold(AuthorityId authority, Collection<Place> places, UUID holder, Instant now) {
        var ids = ids(places);
        jdbc.sql(HOLD)
                .params(authority.value(), ids, Columns.at(now), authority.value(), holder, Columns.at(now), ids)
                .update();
    }

    void lapse(AuthorityId authority, Collection<Place> places, Instant now) {
        jdbc.sql(LAPSE).params(authority.value(), ids(places), Columns.at(now)).update();
    }

    /** Frees whatever the holder holds, and answers what that was; again changes nothing. */
    public List<Place> release(AuthorityId authority, UUID holder, Instant now) {
        return jdbc.sql(RELEASE)
                .params(Columns.at(now), authority.value(), holder)
                .query(Places::place)
                .list();
    }

    /**
     * Lets the database count what it holds: until then finding free places takes 40 times as long after many were held
     * at once. What is counted while it is empty is read whole for each place that the first run gives.
     */
    public void recount() {
        jdbc.sql(RECOUNT_PLACES).update();
        if (jdbc.sql(IS_ANY_HELD).query(Boolean.class).single()) {
            jdbc.sql(RECOUNT_HOLDERS).update();
        }
    }

    void addPool(AuthorityId authority, String pool) {
        jdbc.sql(ADD_POOL).params(authority.value(), pool).update();
    }

    /** Those that were made: where there is an equal place already, or one at the same time, none is. */
    Set<Plan.Span> add(AuthorityId authority, String pool, Collection<Plan.Span> spans) {
        // In one order for all, so that two who make places at the same counters wait for each other in turn.
        var all = spans.stream().sorted(BY_COUNTER).toList();
        var made = new HashSet<Plan.Span>();
        for (var from = 0; from < all.size(); from += MADE_TOGETHER) {
            var part = all.subList(from, Math.min(from + MADE_TOGETHER, all.size()));
            made.addAll(jdbc.sql(ADD)
                    .params(
                            authority.value(),
                            pool,
                            Columns.of(part, Plan.Span::centre),
                            Columns.of(part, Plan.Span::counter),
                            Columns.of(part, Plan.Span::startsAt),
                            Columns.of(part, Plan.Span::endsAt))
                    .query((row, _) -> new Plan.Span(
                            row.getString("centre"),
                            row.getInt("counter"),
                            Columns.instant(row, "starts_at"),
                            Columns.instant(row, "ends_at")))
                    .list());
        }
        return made;
    }

    /** Places still to come that were taken away, also those that have come back since. */
    List<Place> withdrawn(AuthorityId authority, String pool, Instant after) {
        return jdbc.sql(WITHDRAWN)
                .params(authority.value(), pool, Columns.at(after))
                .query(Places::place)
                .list();
    }

    /** Says of places whether the rules make them; of how many that is news. */
    int plan(AuthorityId authority, Collection<Place> places, boolean planned) {
        return jdbc.sql(PLAN)
                .params(!planned, authority.value(), ids(places), !planned)
                .update();
    }

    void withdraw(AuthorityId authority, Place place, Instant now) {
        jdbc.sql(WITHDRAW)
                .params(Columns.at(now), authority.value(), place.id())
                .update();
    }

    private static Long[] ids(Collection<Place> places) {
        return places.stream().map(Place::id).toArray(Long[]::new);
    }

    static Place place(ResultSet row, int index) throws SQLException {
        return new Place(
                row.getLong("place_id"),
                row.getString("pool"),
                row.getString("centre"),
                row.getInt("counter"),
                Columns.instant(row, "starts_at"),
                Columns.instant(row, "ends_at"));
    }
}
