package org.guichet.core.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The right edge of a log in tiles: all a sequencer needs to append leaves, to write the tiles this makes and to tell
 * the root. Not for several threads at once.
 */
public final class Edge {
    private final Frontier frontier;
    private final List<Row> rows = new ArrayList<>();
    private final List<TileContent> full = new ArrayList<>();

    /** The empty log. */
    public Edge() {
        this(new Frontier());
    }

    private Edge(Frontier frontier) {
        this.frontier = frontier;
    }

    /** The log of this size, from its partial tiles as they are stored. */
    public static Edge of(long size, Function<Tile, TileContent> read) {
        var rows = new ArrayList<Row>();
        for (var level = 0; Tile.nodes(level, size) > 0; level++) {
            var row = new Row(level, Tile.nodes(level, size) / Tile.WIDTH_MAX);
            if (Tile.nodes(level, size) % Tile.WIDTH_MAX > 0) {
                row.hashes.addAll(read.apply(Tile.at(level, row.index, size)).hashes());
            }
            rows.add(row);
        }
        var peaks = new ArrayList<Hash>();
        for (var row : rows.reversed()) {
            var subtrees = new Frontier();
            row.hashes.forEach(subtrees::append);
            peaks.addAll(subtrees.peaks());
        }
        var edge = new Edge(Frontier.of(size, peaks));
        edge.rows.addAll(rows);
        return edge;
    }

    public void append(Hash leaf) {
        frontier.append(leaf, (level, root) -> {
            if (level % Tile.HEIGHT == 0) {
                add(level / Tile.HEIGHT, root);
            }
        });
    }

    /** The tiles made since the last time, full ones first and then the partial ones that grew. */
    public List<TileContent> takeMade() {
        var made = new ArrayList<>(full);
        full.clear();
        for (var row : rows) {
            if (row.grown && !row.hashes.isEmpty()) {
                made.add(row.content());
            }
            row.grown = false;
        }
        return made;
    }

    public long size() {
        return frontier.size();
    }

    public Hash root() {
        return frontier.root();
    }

    /** The nodes of the log for proofs: the right edge from memory, the others from where they are stored. */
    public Nodes over(Nodes stored) {
        return frontier.over(stored);
    }

    private void add(int level, Hash hash) {
        if (rows.size() == level) {
            rows.add(new Row(level, 0));
        }
        var row = rows.get(level);
        row.hashes.add(hash);
        row.grown = true;
        if (row.hashes.size() == Tile.WIDTH_MAX) {
            full.add(row.content());
            row.hashes.clear();
            row.index++;
        }
    }

    /** The rightmost tile of a level, as far as it is filled. */
    private static final class Row {
        private final int level;
        private final List<Hash> hashes = new ArrayList<>();
        private long index;
        private boolean grown;

        Row(int level, long index) {
            this.level = level;
            this.index = index;
        }

        TileContent content() {
            return new TileContent(new Tile(level, index, hashes.size()), hashes);
        }
    }
}
