package org.guichet.app.ledger;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.guichet.app.platform.AuthorityId;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.Nodes;
import org.guichet.core.ledger.Tile;
import org.guichet.core.ledger.TileContent;
import org.guichet.core.ledger.TileNodes;
import org.guichet.core.text.FormatException;
import org.springframework.stereotype.Component;

/** The tree of a journal as it is read: the newest checkpoint, tiles in their asked width, nodes for proofs. */
@Component
public final class Tree {
    private final Tiles tiles;
    private final LeafIndexes indexes;

    Tree(Tiles tiles, LeafIndexes indexes) {
        this.tiles = tiles;
        this.indexes = indexes;
    }

    /** Who has a journal. */
    public List<AuthorityId> authorities() {
        return tiles.authorities();
    }

    /** As the log signed it; empty before the first leaf. */
    public Optional<String> checkpoint(AuthorityId authority) {
        return tiles.checkpoint(authority);
    }

    /** Where a leaf stands, by its hash; empty until it is sequenced. */
    public Optional<Long> index(AuthorityId authority, Hash leaf) {
        return indexes.find(authority, leaf);
    }

    /** The bytes of a tile; empty where the tree has no such tile yet. */
    public Optional<byte[]> content(AuthorityId authority, Tile tile) {
        return tiles.content(authority, tile.level(), tile.index()).flatMap(bytes -> cut(tile, bytes));
    }

    /** The tree of its first {@code size} leaves. */
    public Nodes nodes(AuthorityId authority, long size) {
        return new TileNodes(size, tile -> {
            try {
                return TileContent.parse(tile, content(authority, tile).orElseThrow());
            } catch (FormatException damaged) {
                throw new IllegalStateException(tile.path() + " is damaged", damaged);
            }
        });
    }

    /** The tile in its asked width, cut from as much as there is; empty where there is less. */
    private static Optional<byte[]> cut(Tile tile, byte[] content) {
        var length = tile.level() == Tile.ENTRIES ? entries(content, tile.width()) : tile.width() * Hash.LENGTH;
        return length <= content.length ? Optional.of(Arrays.copyOf(content, length)) : Optional.empty();
    }

    /** How many bytes the first entries of a bundle take; more than it has where it has fewer. */
    private static int entries(byte[] bundle, int count) {
        var end = 0;
        for (int entry = 0; entry < count; entry++) {
            if (end + 2 > bundle.length) {
                return Integer.MAX_VALUE;
            }
            end += 2 + (((bundle[end] & 0xff) << 8) | (bundle[end + 1] & 0xff));
        }
        return end;
    }
}
