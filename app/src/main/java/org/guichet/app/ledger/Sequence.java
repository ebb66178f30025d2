package org.guichet.app.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Transactions;
import org.guichet.core.ledger.EntryBundle;
import org.guichet.core.ledger.Frontier;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.Merkle;
import org.guichet.core.ledger.Tile;
import org.guichet.core.ledger.note.Checkpoint;
import org.springframework.stereotype.Component;

/** Gives waiting leaves their place in the tree and signs the new checkpoint, all in one transaction. */
@Component
public final class Sequence {
    private static final int BATCH_MAX = 20_000;

    private final Transactions transactions;
    private final Tiles tiles;
    private final LeafIndexes indexes;
    private final JournalKeys keys;

    Sequence(Transactions transactions, Tiles tiles, LeafIndexes indexes, JournalKeys keys) {
        this.transactions = transactions;
        this.tiles = tiles;
        this.indexes = indexes;
        this.keys = keys;
    }

    /** How many leaves were sequenced; none while another node does it. */
    public int sequence(AuthorityId authority) {
        return transactions.of(now -> tiles.lock(authority)
                .map(state -> sequence(authority, state.tree(), now))
                .orElse(0));
    }

    private int sequence(AuthorityId authority, Frontier tree, Instant now) {
        var waiting = tiles.waiting(authority, BATCH_MAX);
        if (waiting.isEmpty()) {
            return 0;
        }
        var first = tree.size();
        var growth = new Growth(first);
        var hashes = new ArrayList<Hash>(waiting.size());
        for (var leaf : waiting) {
            var entry = leaf.body().getBytes(StandardCharsets.UTF_8);
            growth.entry(entry);
            var hash = Merkle.leaf(entry);
            hashes.add(hash);
            tree.append(hash, growth::node);
        }
        // Until the commit nothing of this is seen; after it all of it is, and the tree never goes back.
        growth.store(tiles, authority);
        indexes.add(authority, first, hashes);
        tiles.sequenced(authority, waiting);
        var key = keys.of(authority);
        var checkpoint = new Checkpoint(key.verifier().name(), tree.size(), tree.root());
        tiles.advance(authority, tree, checkpoint.sign(now, List.of(key)).format());
        return waiting.size();
    }

    /** What is to be added to each tile, by level and index. */
    private static final class Growth {
        private record Key(int level, long index) implements Comparable<Key> {
            @Override
            public int compareTo(Key other) {
                var byLevel = Integer.compare(level, other.level);
                return byLevel != 0 ? byLevel : Long.compare(index, other.index);
            }
        }

        private final Map<Key, ByteArrayOutputStream> added = new TreeMap<>();
        private final long[] next = new long[Long.SIZE / Tile.HEIGHT];
        private long entries;

        Growth(long size) {
            this.entries = size;
            for (int level = 0; level < next.length; level++) {
                next[level] = size >>> (level * Tile.HEIGHT);
            }
        }

        void entry(byte[] body) {
            add(Tile.ENTRIES, entries++, EntryBundle.encode(List.of(body)));
        }

        /** Tiles hold the nodes of every eighth level only. */
        void node(int level, Hash root) {
            if (level % Tile.HEIGHT == 0) {
                var tileLevel = level / Tile.HEIGHT;
                add(tileLevel, next[tileLevel]++, root.bytes());
            }
        }

        private void add(int level, long node, byte[] bytes) {
            added.computeIfAbsent(new Key(level, node / Tile.WIDTH_MAX), _ -> new ByteArrayOutputStream())
                    .writeBytes(bytes);
        }

        void store(Tiles tiles, AuthorityId authority) {
            added.forEach((key, bytes) -> tiles.grow(authority, key.level(), key.index(), bytes.toByteArray()));
        }
    }
}
