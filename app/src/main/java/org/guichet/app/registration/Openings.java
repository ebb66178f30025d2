package org.guichet.app.registration;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.window.Window;
import org.guichet.core.draw.Label;
import org.guichet.core.ledger.leaf.Commitment;
import org.guichet.core.ledger.leaf.Leaf;
import org.guichet.core.ledger.leaf.Opening;
import org.guichet.core.ledger.leaf.PoolCode;
import org.guichet.core.ledger.leaf.WindowId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the label of a request commits to: made when it is recorded, opened for whoever made the request. */
@Component
public final class Openings {
    private static final String SALT = """
            select salt
            from request
            where authority_id = ? and request_id = ?""";

    private static final String PERSON_KEYS = """
            select person_key
            from person
            where authority_id = ? and request_id = ?
            order by position""";

    private final JdbcClient jdbc;

    Openings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static Label label(byte[] salt, Window window, Instant registered, List<String> personKeys) {
        var payload = payload(window.id(), registered, personKeys);
        return Commitment.label(salt, payload.getBytes(StandardCharsets.UTF_8));
    }

    public Opening of(AuthorityId authority, Request request) {
        var salt = jdbc.sql(SALT)
                .params(authority.value(), request.id().value())
                .query(String.class)
                .single();
        var personKeys = jdbc.sql(PERSON_KEYS)
                .params(authority.value(), request.id().value())
                .query((row, _) -> row.getString("person_key"))
                .list();
        var window = new WindowId(new PoolCode(request.pool()), request.window());
        var opening = new Opening(
                new Leaf.Request(window, request.label()), salt, payload(window, request.registeredAt(), personKeys));
        if (!opening.holds()) {
            throw new IllegalStateException("The rows of a request are not what its label commits to");
        }
        return opening;
    }

    // docs/spec/log.md says it to the byte: a change here would close every label there is.
    private static String payload(WindowId window, Instant registered, List<String> personKeys) {
        var lines = new StringBuilder("pool %s\nwindow %d\nregistered %s\n"
                .formatted(window.pool(), window.number(), registered.truncatedTo(ChronoUnit.SECONDS)));
        personKeys.forEach(key -> lines.append("person ").append(key).append('\n'));
        return lines.toString();
    }
}
