package org.guichet.app.registration;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who stands in which line, by keyed hash: one live request per person per procedure. */
@Component
final class Standings {
    // The key (authority, pool, person) decides who was first, whatever runs at the same time.
    private static final String STAND = """
            insert into standing (authority_id, pool, person_key, request_id)
            values (?, ?, ?, ?)
            on conflict (authority_id, pool, person_key) do nothing""";

    private static final String WHO_STANDS = """
            select request_id
            from standing
            where authority_id = ? and pool = ? and person_key = ?""";

    private static final String LEAVE = """
            delete from standing
            where authority_id = ? and request_id = ?""";

    private static final String MARK_JOINED = """
            update request
            set joined = true
            where authority_id = ? and request_id = ?""";

    private static final String ADD_JOINING = """
            insert into joining (authority_id, request_id, earlier_id)
            values (?, ?, ?)
            on conflict (authority_id, request_id, earlier_id) do nothing""";

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
    private final Vault vault;

    Standings(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    List<String> keys(Application application) {
        return application.persons().stream()
                .map(it -> vault.hash(it.identity()))
                .toList();
    }

    /**
     * Puts all persons of the request into the line, or none: the answer names the requests of those who stand there
     * already. Keys are taken in one order everywhere, so that two groups never wait for each other.
     */
    List<RequestId> stand(AuthorityId authority, String pool, RequestId request, Collection<String> personKeys) {
        return new TreeSet<>(personKeys)
                .stream()
                        .flatMap(key -> stand(authority, pool, request, key).stream())
                        .distinct()
                        .toList();
    }

    private Optional<RequestId> stand(AuthorityId authority, String pool, RequestId request, String key) {
        for (int look = 0; look < LOOKS_MAX; look++) {
            var stands = jdbc.sql(STAND)
                    .params(authority.value(), pool, key, request.value())
                    .update();
            if (stands == 1) {
                return Optional.empty();
            }
            var first = jdbc.sql(WHO_STANDS)
                    .params(authority.value(), pool, key)
                    .query(UUID.class)
                    .optional();
            if (first.isPresent()) {
                return first.map(RequestId::new);
            }
        }
        throw new IllegalStateException("The line changes faster than it can be read");
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
        if (!stand(authority, request.pool(), request.id(), keys).isEmpty()) {
            leave(authority, request.id());
            return false;
        }
        return jdbc.sql(RESUME).params(authority.value(), request.id().value()).update() == 1;
    }

    void join(AuthorityId authority, RequestId request, List<RequestId> earlier) {
        leave(authority, request);
        jdbc.sql(MARK_JOINED).params(authority.value(), request.value()).update();
        for (var each : earlier) {
            jdbc.sql(ADD_JOINING)
                    .params(authority.value(), request.value(), each.value())
                    .update();
        }
    }
}
