package org.guichet.app.ledger;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Columns;
import org.guichet.app.platform.Gathered;
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
    // The salt is what makes the commitment secret: erasing the row erases what was said, and the leaf stays.
    private static final String ADD = """
            with kept as (
                insert into commitment (authority_id, commitment, salt, payload)
                select ?, commitment, decode(salt, 'hex'), payload
                from unnest(?::text[], ?::text[], ?::text[]) as said (commitment, salt, payload))
            insert into leaf (authority_id, body)
            select ?, unnest(?::text[])""";

    private static final int TOGETHER_MAX = 1_000;

    private final JdbcClient jdbc;
    private final SecureRandom random;
    private final Gathered<Entry> gathered = new Gathered<>(TOGETHER_MAX, this::write);

    Journal(JdbcClient jdbc, SecureRandom random) {
        this.jdbc = jdbc;
        this.random = random;
    }

    /** A leaf, and what it commits to. */
    private record Entry(Leaf leaf, Optional<Said> said) {}

    /** The salt in hexadecimal. */
    private record Said(Hash commitment, String salt, String payload) {}

    public void append(AuthorityId authority, Leaf leaf) {
        append(authority, List.of(leaf));
    }

    public void append(AuthorityId authority, List<? extends Leaf> leaves) {
        gathered.add(
                authority,
                leaves.stream().map(it -> new Entry(it, Optional.empty())).toList());
    }

    /** Commits to something that happened to one request, without saying it; answers what the leaf shows. */
    public Hash commit(AuthorityId authority, EventKind event, String pool, String payload) {
        var salt = new byte[Commitment.SALT_BYTES];
        random.nextBytes(salt);
        var commitment = Commitment.of(event.type(), salt, payload.getBytes(StandardCharsets.UTF_8));
        gathered.add(
                authority,
                new Entry(
                        new Leaf.Event(event, new PoolCode(pool), commitment),
                        Optional.of(new Said(commitment, HexFormat.of().formatHex(salt), payload))));
        return commitment;
    }

    private void write(AuthorityId authority, List<Entry> entries) {
        var said = entries.stream().flatMap(it -> it.said().stream()).toList();
        jdbc.sql(ADD)
                .params(
                        authority.value(),
                        Columns.of(said, it -> it.commitment().hex()),
                        Columns.of(said, Said::salt),
                        Columns.of(said, Said::payload),
                        authority.value(),
                        Columns.of(entries, it -> it.leaf().text()))
                .update();
    }
}
