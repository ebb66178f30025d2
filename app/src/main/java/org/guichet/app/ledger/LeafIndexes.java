package org.guichet.app.ledger;

import java.util.List;
import java.util.Optional;
import org.guichet.app.platform.AuthorityId;
import org.guichet.core.ledger.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where each leaf stands in the tree, by its hash. */
@Component
final class LeafIndexes {
    // The same leaf may be written twice, such as a catalogue that holds again: its first place proves it.
    private static final String ADD = """
            insert into leaf_index (authority_id, leaf_hash, leaf_index)
            select ?, entry.leaf_hash, ?::bigint + entry.number - 1
            from unnest(?::bytea[]) with ordinality as entry (leaf_hash, number)
            on conflict (authority_id, leaf_hash) do nothing""";

    private static final String FIND = """
            select leaf_index
            from leaf_index
            where authority_id = ? and leaf_hash = ?""";

    private final JdbcClient jdbc;

    LeafIndexes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Leaves that stand one after the other from {@code first} on. */
    void add(AuthorityId authority, long first, List<Hash> leaves) {
        jdbc.sql(ADD)
                .params(
                        authority.value(),
                        first,
                        leaves.stream().map(Hash::bytes).toArray(byte[][]::new))
                .update();
    }

    /** Empty until the leaf is sequenced. */
    Optional<Long> find(AuthorityId authority, Hash leaf) {
        return jdbc.sql(FIND)
                .params(authority.value(), leaf.bytes())
                .query(Long.class)
                .optional();
    }
}
