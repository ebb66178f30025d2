package org.guichet.app.catalogue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.app.outage.Deadlines;
import org.guichet.app.outage.Outage;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Places kept for a while for somebody who is still writing. Happens under the lock of the pool, as all giving does.
 */
@Component
public final class KeptPlaces implements Deadlines {
    private static final String KEPT_BY = """
            select place.place_id, pool, centre, counter, starts_at, ends_at
            from holding
            join place on place.authority_id = holding.authority_id and place.place_id = holding.place_id
            where holding.authority_id = ? and holding.holder = ? and released_at is null and held_until > ?
                and withdrawn_at is null and starts_at > ?
            order by starts_at, centre, counter""";

    private static final String COUNT_KEPT = """
            select count(*)
            from place
            join holding on holding.authority_id = place.authority_id and holding.place_id = place.place_id
            where place.authority_id = ? and pool = ? and starts_at > ? and withdrawn_at is null
                and released_at is null and held_until > ? and holder <> ?""";

    // The partial unique index one_live_holder decides, whatever runs at the same time. What its holder keeps longer
    // goes on from when it was first kept, and never ends earlier than was said.
    private static final String KEEP = """
            insert into holding (authority_id, place_id, holder, held_at, held_until)
            values (?, ?, ?, ?, ?)
            on conflict (authority_id, place_id) where released_at is null do update
            set held_until = greatest(
                holding.held_until, least(excluded.held_until, holding.held_at + make_interval(secs => ?)))
            where holding.holder = excluded.holder
            returning held_until""";

    private static final String LEAVE = """
            update holding
            set released_at = ?
            from place
            where holding.authority_id = ? and holder = ? and released_at is null
                and place.authority_id = holding.authority_id and place.place_id = holding.place_id
                and place.place_id <> all(?::bigint[])
            returning place.place_id, pool, centre, counter, starts_at, ends_at""";

    private static final String TAKE = """
            update holding
            set holder = ?, held_until = null
            where authority_id = ? and holder = ? and released_at is null and held_until > ?""";

    private static final String ANY_OVER = """
            select exists (
                select
                from holding
                where authority_id = ? and released_at is null and held_until <= ?)""";

    private static final String END = """
            update holding
            set released_at = held_until
            from place
            where holding.authority_id = ? and released_at is null and held_until <= ?
                and place.authority_id = holding.authority_id and place.place_id = holding.place_id and pool = ?
            returning place.place_id, pool, centre, counter, starts_at, ends_at""";

    private static final String MOVE = """
            update holding
            set held_until = held_until + make_interval(secs => ?)
            where authority_id = ? and released_at is null and held_until > ?""";

    /** For how long: from now until an instant, and so long at most from when it was first kept without a break. */
    public record Term(Instant now, Instant until, Duration inAll) {
        /** Once, and no longer. */
        public static Term of(Instant now, Instant until) {
            return new Term(now, until, Duration.between(now, until));
        }
    }

    /** Until when it is kept, and what was kept for its holder before and is no more. */
    public record Kept(Instant until, List<Place> left) {}

    private final JdbcClient jdbc;
    private final Places places;

    KeptPlaces(JdbcClient jdbc, Places places) {
        this.jdbc = jdbc;
        this.places = places;
    }

    @Override
    public void move(AuthorityId authority, Outage outage, Instant now) {
        jdbc.sql(MOVE)
                .params(outage.length().toSeconds(), authority.value(), Columns.at(outage.from()))
                .update();
    }

    /** What is kept for the holder and not yet given, and begins after an instant. */
    public List<Place> keptBy(AuthorityId authority, UUID holder, Instant after, Instant now) {
        return jdbc.sql(KEPT_BY)
                .params(authority.value(), holder, Columns.at(now), Columns.at(after))
                .query(Places::place)
                .list();
    }

    /** How many places still to come are kept for others who are choosing. */
    public int countKeptForOthers(AuthorityId authority, String pool, UUID holder, Instant now) {
        return jdbc.sql(COUNT_KEPT)
                .params(authority.value(), pool, Columns.at(now), Columns.at(now), holder)
                .query(Integer.class)
                .single();
    }

    /** Keeps all of the places, and nothing else for their holder; or nothing, where one of them has another holder. */
    public Optional<Kept> keep(AuthorityId authority, Collection<Place> wanted, UUID holder, Term term) {
        var now = term.now();
        var left = leave(authority, wanted, holder, now);
        places.lapse(authority, wanted, now);
        var ends = new ArrayList<Instant>();
        for (var place : wanted) {
            jdbc.sql(KEEP)
                    .params(authority.value(), place.id(), holder, Columns.at(now), Columns.at(term.until()))
                    .param(term.inAll().toSeconds())
                    .query((row, _) -> Columns.instant(row, "held_until"))
                    .optional()
                    .ifPresent(ends::add);
        }
        if (ends.size() < wanted.size()) {
            places.release(authority, holder, now);
            return Optional.empty();
        }
        return Optional.of(new Kept(Collections.min(ends), left));
    }

    private List<Place> leave(AuthorityId authority, Collection<Place> wanted, UUID holder, Instant now) {
        var ids = wanted.stream().map(Place::id).toArray(Long[]::new);
        return jdbc.sql(LEAVE)
                .params(Columns.at(now), authority.value(), holder, ids)
                .query(Places::place)
                .list();
    }

    /** Whether something was kept until an instant that has passed. */
    public boolean isAnyOver(AuthorityId authority, Instant now) {
        return jdbc.sql(ANY_OVER)
                .params(authority.value(), Columns.at(now))
                .query(Boolean.class)
                .single();
    }

    /** Writes down the end of what is over, which held nothing any more; which places that were. */
    public List<Place> end(AuthorityId authority, String pool, Instant now) {
        return jdbc.sql(END)
                .params(authority.value(), Columns.at(now), pool)
                .query(Places::place)
                .list();
    }

    /** Gives what was kept for somebody to its holder for good; how many places that were. */
    public int take(AuthorityId authority, UUID kept, UUID holder, Instant now) {
        return jdbc.sql(TAKE)
                .params(holder, authority.value(), kept, Columns.at(now))
                .update();
    }
}
