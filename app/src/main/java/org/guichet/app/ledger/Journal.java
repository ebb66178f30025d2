package org.guichet.app.ledger;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.leaf.Commitment;
import org.guichet.core.ledger.leaf.EventKind;
import org.guichet.core.ledger.leaf.Leaf;
import org.guichet.core.ledger.leaf.PoolCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes leaves; part of the caller's transaction, so that what happened and its leaf are there together or not at all.
 */
@Component
public final class Journal {
    private static final String ADD = """
            insert into leaf (authority_id, body)
            select ?, unnest(?::text[])""";

    // The salt is what makes the commitment secret: erasing the row erases what was said, and the leaf stays.
    private static final String KEEP = """
            with kept as (
                insert into commitment (authority_id, commitment, salt, payload)
                values (?, ?, ?, ?))
            insert into leaf (authority_id, body)
            values (?, ?)""";

    private final JdbcClient jdbc;
    private final SecureRandom random;

    Journal(JdbcClient jdbc, SecureRandom random) {
        this.jdbc = jdbc;
        this.random = random;
    }

    public void append(AuthorityId authority, Leaf leaf) {
        append(authority, List.of(leaf));
    }

    public void append(AuthorityId authority, List<? extends Leaf> leaves) {
        jdbc.sql(ADD).params(authority.value(), Columns.of(leaves, Leaf::text)).update();
    }

    /** Commits to something that happened to one request, without saying it; answers what the leaf shows. */
    public Hash commit(AuthorityId authority, EventKind event, String pool, String payload) {
        var salt = new byte[Commitment.SALT_BYTES];
        random.nextBytes(salt);
        var commitment = Commitment.of(event.type(), salt, payload.getBytes(StandardCharsets.UTF_8));
        var leaf = new Leaf.Event(event, new PoolCode(pool), commitment);
        jdbc.sql(KEEP)
                .params(authority.value(), commitment.hex(), salt, payload, authority.value(), leaf.text())
                .update();
        return commitment;
    }
}
