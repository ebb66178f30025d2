package org.guichet.app.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guichet.app.platform.AuthorityId;
import org.guichet.core.ledger.Frontier;
import org.guichet.core.ledger.Hash;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of the tree: waiting leaves, the tiles as far as they are filled, and the newest signed checkpoint. */
@Component
final class Tiles {
    // Only where there is none: the conflict with a row that another node has advanced would wait for its commit.
    private static final String BEGIN = """
            insert into journal (authority_id, tree_size, peaks, checkpoint)
            select ?::int, 0, '', ''
            where not exists (
                    select
                    from journal
                    where authority_id = ?)
            on conflict (authority_id) do nothing""";

    // One node at a time: whoever holds this row sequences. Nothing else keeps two nodes from appending the same leaves
    // to the same tile: a job of a node that was taken for dead is given to another while the first goes on.
    private static final String LOCK = """
            select tree_size, peaks, checkpoint
            from journal
            where authority_id = ?
            for update skip locked""";

    private static final String ADVANCE = """
            update journal
            set tree_size = ?, peaks = ?, checkpoint = ?
            where authority_id = ?""";

    private static final String CHECKPOINT = """
            select checkpoint
            from journal
            where authority_id = ?""";

    private static final String WAITING = """
            select leaf_id, body
            from leaf
            where authority_id = ?
            order by leaf_id
            limit ?""";

    private static final String SEQUENCED = """
            delete from leaf
            where authority_id = ? and leaf_id = any(?)""";

    // A partial tile is the beginning of the full one: a row grows, and every width that was ever served can be cut
    // from it.
    private static final String GROW = """
            insert into tile (authority_id, level, tile_index, content)
            values (?, ?, ?, ?)
            on conflict (authority_id, level, tile_index) do update
            set content = tile.content || excluded.content""";

    private static final String CONTENT = """
            select content
            from tile
            where authority_id = ? and level = ? and tile_index = ?""";

    private static final String AUTHORITIES = """
            select authority_id
            from journal
            order by authority_id""";

    /** A leaf that has no place in the tree yet. */
    record Waiting(long id, String body) {}

    /** The tree as it stands, and its checkpoint as it was signed; empty before the first. */
    record State(Frontier tree, String checkpoint) {}

    private final JdbcClient jdbc;

    Tiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The state, locked for this transaction; empty while another node sequences. */
    Optional<State> lock(AuthorityId authority) {
        jdbc.sql(BEGIN).params(authority.value(), authority.value()).update();
        return jdbc.sql(LOCK).params(authority.value()).query(Tiles::state).optional();
    }

    void advance(AuthorityId authority, Frontier tree, String checkpoint) {
        var peaks = String.join(" ", tree.peaks().stream().map(Hash::hex).toList());
        jdbc.sql(ADVANCE)
                .params(tree.size(), peaks, checkpoint, authority.value())
                .update();
    }

    Optional<String> checkpoint(AuthorityId authority) {
        return jdbc.sql(CHECKPOINT)
                .params(authority.value())
                .query(String.class)
                .optional()
                .filter(it -> !it.isEmpty());
    }

    /** Who has a journal. */
    List<AuthorityId> authorities() {
        return jdbc.sql(AUTHORITIES)
                .query((row, _) -> new AuthorityId(row.getInt("authority_id")))
                .list();
    }

    /** In the order in which they were written. */
    List<Waiting> waiting(AuthorityId authority, int most) {
        return jdbc.sql(WAITING)
                .params(authority.value(), most)
                .query((row, _) -> new Waiting(row.getLong("leaf_id"), row.getString("body")))
                .list();
    }

    void sequenced(AuthorityId authority, List<Waiting> leaves) {
        jdbc.sql(SEQUENCED)
                .params(authority.value(), leaves.stream().map(Waiting::id).toArray(Long[]::new))
                .update();
    }

    void grow(AuthorityId authority, int level, long index, byte[] content) {
        jdbc.sql(GROW).params(authority.value(), level, index, content).update();
    }

    Optional<byte[]> content(AuthorityId authority, int level, long index) {
        return jdbc.sql(CONTENT)
                .params(authority.value(), level, index)
                .query(byte[].class)
                .optional();
    }

    private static State state(ResultSet row, int index) throws SQLException {
        var peaks = row.getString("peaks");
        var hashes = peaks.isEmpty()
                ? List.<Hash>of()
                : Stream.of(peaks.split(" ", -1)).map(Hash::of).toList();
        return new State(Frontier.of(row.getLong("tree_size"), hashes), row.getString("checkpoint"));
    }
}
