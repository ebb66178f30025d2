package org.guichet.app.registration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.app.platform.Pool;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who stands in which line, by keyed hash: one live request per person per procedure. */
@Component
final class Standings {
    // The key (authority, pool, person) decides who was first, whatever runs at the same time. Keys are taken in one
    // order everywhere, so that two groups never wait for each other.
    private static final String STAND = """
            insert into standing (authority_id, pool, person_key, request_id)
            select ?, ?, person_key, request_id
            from unnest(?::text[], ?::uuid[]) as claim (person_key, request_id)
            order by person_key
            on conflict (authority_id, pool, person_key) do nothing
            returning person_key""";

    private static final String WHO_STANDS = """
            select person_key, request_id
            from standing
            where authority_id = ? and pool = ? and person_key = any(?)""";

    private static final String LEAVE = """
            delete from standing
            where authority_id = ? and request_id = ?""";

    private static final String VACATE = """
            delete from standing
            where authority_id = ? and pool = ? and person_key = any(?)""";

    private static final String TAKE_OVER = """
            update standing
            set request_id = claim.request_id
            from unnest(?::text[], ?::uuid[]) as claim (person_key, request_id)
            where authority_id = ? and pool = ? and standing.person_key = claim.person_key""";

    private static final String MARK_JOINED = """
            update request
            set joined = true
            where authority_id = ? and request_id = any(?::uuid[])""";

    private static final String ADD_JOINING = """
            insert into joining (authority_id, request_id, earlier_id)
            select ?, request_id, earlier_id
            from unnest(?::uuid[], ?::uuid[]) as joining (request_id, earlier_id)""";

    private static final String PERSON_KEYS = """
            select person_key
            from person
            where authority_id = ? and request_id = ?""";

    private static final String RESUME = """
            update request
            set ended_at = null, ending = null
            where authority_id = ? and request_id = ? and ending = 'RECEIVED'""";

    // A person who leaves the line between our two looks at it makes us look again.
    private static final int LOOKS_MAX = 3;

    private final JdbcClient jdbc;

    Standings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The persons of a request, all of whom want to stand in the line. */
    record Claim(RequestId request, List<String> personKeys) {}

    /**
     * Puts all persons of a request into the line, or none, as if one request came after the other. The answer holds
     * every request that does not stand, with the requests of those who stand there already.
     */
    Map<RequestId, List<RequestId>> stand(Pool pool, List<Claim> claims) {
        var first = new TreeMap<String, RequestId>();
        claims.forEach(claim -> claim.personKeys().forEach(key -> first.putIfAbsent(key, claim.request())));
        var before = takeOrFind(pool, first);
        var holders = new HashMap<>(before);
        var refused = new LinkedHashMap<RequestId, List<RequestId>>();
        for (var claim : claims) {
            var earlier = new TreeSet<>(claim.personKeys())
                    .stream()
                            .filter(holders::containsKey)
                            .map(key -> Objects.requireNonNull(holders.get(key)))
                            .distinct()
                            .toList();
            if (earlier.isEmpty()) {
                claim.personKeys().forEach(key -> holders.put(key, claim.request()));
            } else {
                refused.put(claim.request(), earlier);
            }
        }
        first.keySet().removeAll(before.keySet());
        correct(pool, first, holders);
        return refused;
    }

    /** Takes every key that is free for the request it leads to; answers who has the others. */
    private Map<String, RequestId> takeOrFind(Pool pool, Map<String, RequestId> claimed) {
        var open = new TreeMap<>(claimed);
        var found = new HashMap<String, RequestId>();
        for (int look = 0; look < LOOKS_MAX && !open.isEmpty(); look++) {
            take(pool, open).forEach(open::remove);
            if (!open.isEmpty()) {
                found.putAll(whoStands(pool, open.keySet()));
                open.keySet().removeAll(found.keySet());
            }
        }
        if (!open.isEmpty()) {
            throw new IllegalStateException("The line changes faster than it can be read");
        }
        return found;
    }

    private List<String> take(Pool pool, Map<String, RequestId> claimed) {
        return jdbc.sql(STAND)
                .params(
                        pool.authority().value(),
                        pool.code(),
                        Columns.of(claimed.keySet(), key -> key),
                        Columns.of(claimed.values(), RequestId::value))
                .query((row, _) -> row.getString("person_key"))
                .list();
    }

    private Map<String, RequestId> whoStands(Pool pool, Collection<String> keys) {
        var holders = new HashMap<String, RequestId>();
        jdbc.sql(WHO_STANDS)
                .params(pool.authority().value(), pool.code(), Columns.of(keys, key -> key))
                .query(row -> {
                    holders.put(row.getString("person_key"), new RequestId(Columns.uuid(row, "request_id")));
                });
        return holders;
    }

    // A key was taken for the first request that names it. If that one does not stand, since another of its persons
    // stands already, the key is that of the next one, or of nobody.
    private void correct(Pool pool, Map<String, RequestId> taken, Map<String, RequestId> holders) {
        var free = new ArrayList<String>();
        var others = new TreeMap<String, RequestId>();
        taken.forEach((key, first) -> {
            var holder = holders.get(key);
            if (holder == null) {
                free.add(key);
            } else if (!holder.equals(first)) {
                others.put(key, holder);
            }
        });
        if (!free.isEmpty()) {
            jdbc.sql(VACATE)
                    .params(pool.authority().value(), pool.code(), Columns.of(free, key -> key))
                    .update();
        }
        if (!others.isEmpty()) {
            jdbc.sql(TAKE_OVER)
                    .params(
                            Columns.of(others.keySet(), key -> key),
                            Columns.of(others.values(), RequestId::value),
                            pool.authority().value(),
                            pool.code())
                    .update();
        }
    }

    void leave(AuthorityId authority, RequestId request) {
        jdbc.sql(LEAVE).params(authority.value(), request.value()).update();
    }

    /** Puts all persons of an ended request back into the line, or none: false if one of them stands there anew. */
    boolean resume(AuthorityId authority, Request request) {
        var keys = jdbc.sql(PERSON_KEYS)
                .params(authority.value(), request.id().value())
                .query((row, _) -> row.getString("person_key"))
                .list();
        var claim = new Claim(request.id(), keys);
        return stand(new Pool(authority, request.pool()), List.of(claim)).isEmpty()
                && jdbc.sql(RESUME)
                                .params(authority.value(), request.id().value())
                                .update()
                        == 1;
    }

    /** Marks requests that do not stand, each with the earlier ones it is part of. */
    void join(AuthorityId authority, Map<RequestId, List<RequestId>> earlier) {
        if (earlier.isEmpty()) {
            return;
        }
        jdbc.sql(MARK_JOINED)
                .params(authority.value(), Columns.of(earlier.keySet(), RequestId::value))
                .update();
        var requests = new ArrayList<RequestId>();
        var firsts = new ArrayList<RequestId>();
        earlier.forEach((request, all) -> all.forEach(first -> {
            requests.add(request);
            firsts.add(first);
        }));
        jdbc.sql(ADD_JOINING)
                .params(authority.value(), Columns.of(requests, RequestId::value), Columns.of(firsts, RequestId::value))
                .update();
    }
}
