package org.guichet.app.choosing;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.guichet.app.outage.Deadlines;
import org.guichet.app.outage.Outage;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.app.platform.Vault;
import org.guichet.app.registration.Applicant;
import org.guichet.app.registration.RequestId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The newest hold of each person, by keyed hash of the identity: somebody who chooses again keeps one place, not two.
 */
@Component
final class Holds implements Deadlines {
    private static final String LIVE = """
            select distinct holder
            from place_hold
            where authority_id = ? and pool = ? and person_key = any(?::text[]) and held_until > ?""";

    // Somebody alone does not keep for a couple, nor those whose places were let go since one of them keeps another.
    private static final String KEEPING = """
            select request.request_id
            from request
            join standing on standing.authority_id = request.authority_id
                and standing.request_id = request.request_id
            join place_hold on place_hold.authority_id = standing.authority_id
                and place_hold.pool = standing.pool and place_hold.person_key = standing.person_key
            where request.authority_id = ? and request.request_id = any(?::uuid[]) and held_until > ?
            group by request.authority_id, request.request_id, place_hold.holder
            having count(*) = request.persons
                and request.persons = (
                    select count(*)
                    from holding
                    where holding.authority_id = request.authority_id and holding.holder = place_hold.holder
                        and released_at is null)""";

    private static final String PUT = """
            insert into place_hold (authority_id, pool, person_key, holder, held_until)
            values (?, ?, ?, ?, ?)
            on conflict (authority_id, pool, person_key) do update
            set holder = excluded.holder, held_until = excluded.held_until""";

    private static final String FORGET = """
            delete from place_hold
            where authority_id = ? and pool = ? and held_until <= ?""";

    private static final String MOVE = """
            update place_hold
            set held_until = held_until + make_interval(secs => ?)
            where authority_id = ? and held_until > ?""";

    private final JdbcClient jdbc;
    private final Vault vault;

    Holds(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    public void move(AuthorityId authority, Outage outage, Instant now) {
        jdbc.sql(MOVE)
                .params(outage.length().toSeconds(), authority.value(), Columns.at(outage.from()))
                .update();
    }

    /** The names under which something is kept for one of the persons. */
    Set<UUID> live(AuthorityId authority, Chooser chooser, Instant now) {
        return new LinkedHashSet<>(jdbc.sql(LIVE)
                .params(authority.value(), chooser.pool(), keys(chooser).toArray(String[]::new), Columns.at(now))
                .query((row, _) -> Columns.uuid(row, "holder"))
                .list());
    }

    /** Those of the requests for all whose persons, and nobody else, places are kept under another name. */
    Set<RequestId> keeping(AuthorityId authority, List<RequestId> requests, Instant now) {
        return requests.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql(KEEPING)
                        .params(authority.value(), Columns.of(requests, RequestId::value), Columns.at(now))
                        .query((row, _) -> new RequestId(Columns.uuid(row, "request_id")))
                        .list());
    }

    /** From now on this is the hold of all persons; of holds that are over nothing is remembered. */
    void put(AuthorityId authority, Chooser chooser, Instant now, Instant until) {
        for (var key : keys(chooser)) {
            jdbc.sql(PUT)
                    .params(authority.value(), chooser.pool(), key, chooser.form(), Columns.at(until))
                    .update();
        }
        jdbc.sql(FORGET)
                .params(authority.value(), chooser.pool(), Columns.at(now))
                .update();
    }

    private SortedSet<String> keys(Chooser chooser) {
        var keys = new TreeSet<String>();
        chooser.persons().stream().map(Applicant::identity).map(vault::hash).forEach(keys::add);
        return keys;
    }
}
