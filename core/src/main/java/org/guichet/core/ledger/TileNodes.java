package org.guichet.core.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The nodes of a tree read from its tiles, each tile at most once. Not for several threads at once. */
public final class TileNodes implements Nodes {
    private final long size;
    private final Function<Tile, TileContent> read;
    private final Map<Tile, List<Hash>> seen = new HashMap<>();

    /** The tree of {@code size} leaves. */
    public TileNodes(long size, Function<Tile, TileContent> read) {
        this.size = size;
        this.read = read;
    }

    @Override
    public Hash at(int level, long index) {
        var inTile = level % Tile.HEIGHT;
        var first = index << inTile;
        var tile = Tile.at(level / Tile.HEIGHT, first / Tile.WIDTH_MAX, size);
        var start = (int) (first % Tile.WIDTH_MAX);
        return Merkle.root(
                seen.computeIfAbsent(tile, place -> read.apply(place).hashes()).subList(start, start + (1 << inTile)));
    }
}
