package org.guichet.app.catalogue;

import java.time.Instant;
import java.util.Collection;
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
                and withdrawn_at is null
            order by starts_at, centre, counter""";

    private static final String COUNT_KEPT = """
            select count(*)
            from place
            join holding on holding.authority_id = place.authority_id and holding.place_id = place.place_id
            where place.authority_id = ? and pool = ? and starts_at > ? and withdrawn_at is null
                and released_at is null and held_until > ?""";

    // The partial unique index one_live_holder decides, whatever runs at the same time.
    private static final String KEEP = """
            insert into holding (authority_id, place_id, holder, held_at, held_until)
            values (?, ?, ?, ?, ?)
            on conflict (authority_id, place_id) where released_at is null do nothing""";

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

    /** What is kept for the holder and not yet given. */
    public List<Place> keptBy(AuthorityId authority, UUID holder, Instant now) {
        return jdbc.sql(KEPT_BY)
                .params(authority.value(), holder, Columns.at(now))
                .query(Places::place)
                .list();
    }

    /** How many places still to come are kept for people who are choosing. */
    public int countKept(AuthorityId authority, String pool, Instant now) {
        return jdbc.sql(COUNT_KEPT)
                .params(authority.value(), pool, Columns.at(now), Columns.at(now))
                .query(Integer.class)
                .single();
    }

    /**
     * Keeps all of the places until an instant, and answers what was kept for the holder before and may be no more; or
     * keeps nothing, where one of them has another holder.
     */
    public Optional<List<Place>> keep(
            AuthorityId authority, Collection<Place> wanted, UUID holder, Instant now, Instant until) {
        var before = places.release(authority, holder, now);
        places.lapse(authority, wanted, now);
        for (var place : wanted) {
            var kept = jdbc.sql(KEEP)
                    .params(authority.value(), place.id(), holder, Columns.at(now), Columns.at(until))
                    .update();
            if (kept == 0) {
                places.release(authority, holder, now);
                return Optional.empty();
            }
        }
        return Optional.of(before);
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
