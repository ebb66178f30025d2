package org.guichet.app.registration;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Vault;
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
    private final Vault vault;

    Openings(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    Label label(byte[] salt, Window window, RequestId request, Instant registered, List<String> personKeys) {
        var payload = payload(window.id(), registered, inLabel(request, personKeys));
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
        // The first labels had the keys of the persons as they are.
        return Stream.of(inLabel(request.id(), personKeys), personKeys)
                .map(keys -> opening(request, salt, keys))
                .filter(Opening::holds)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("The rows of a request are not what its label commits to"));
    }

    private static Opening opening(Request request, String salt, List<String> keys) {
        var window = new WindowId(new PoolCode(request.pool()), request.window());
        return new Opening(
                new Leaf.Request(window, request.label()), salt, payload(window, request.registeredAt(), keys));
    }

    // A receipt shows them to whoever sent the form. The key of a person itself, which is the same for every request,
    // would lead anybody who asks under a name to that person's rows in a stolen database.
    private List<String> inLabel(RequestId request, List<String> personKeys) {
        return personKeys.stream()
                .map(key -> vault.hash("label/" + request.value() + "/" + key))
                .toList();
    }

    // docs/spec/log.md says it to the byte: a change here would close every label there is.
    private static String payload(WindowId window, Instant registered, List<String> personKeys) {
        var lines = new StringBuilder("pool %s\nwindow %d\nregistered %s\n"
                .formatted(window.pool(), window.number(), registered.truncatedTo(ChronoUnit.SECONDS)));
        personKeys.forEach(key -> lines.append("person ").append(key).append('\n'));
        return lines.toString();
    }
}
