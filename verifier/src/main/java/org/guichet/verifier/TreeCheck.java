package org.guichet.verifier;

import java.util.ArrayList;
import java.util.List;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.Merkle;
import org.guichet.core.ledger.Tile;
import org.guichet.core.text.FormatException;

/** Rebuilds the tree from the entries alone; 32 bytes stay in memory for each bundle. */
final class TreeCheck {
    private final PublishedJournal journal;
    private final long size;
    // Roots of the bundles: leaves of a tree with the same root, since bundles are a power of two wide.
    private final List<Hash> roots = new ArrayList<>();

    TreeCheck(PublishedJournal journal, long size) {
        this.journal = journal;
        this.size = size;
    }

    void add(Reading.Chunk chunk) {
        roots.add(chunk.root());
    }

    long size() {
        return size;
    }

    /** The root over all entries. */
    Hash root() {
        return Merkle.root(roots);
    }

    /** The root over the first {@code count} entries; the bundle that ends among them is read again. */
    Hash rootAt(long count) throws UnreadableException {
        var whole = (int) (count / Tile.WIDTH_MAX);
        var first = new ArrayList<>(roots.subList(0, whole));
        if (count % Tile.WIDTH_MAX > 0) {
            first.add(Merkle.root(bundle(whole).subList(0, (int) (count % Tile.WIDTH_MAX))));
        }
        return Merkle.root(first);
    }

    private List<Hash> bundle(int index) throws UnreadableException {
        var tile = Tile.at(Tile.ENTRIES, index, size);
        try {
            var hashes = journal.entries(tile).stream().map(Merkle::leaf).toList();
            if (Merkle.root(hashes).equals(roots.get(index))) {
                return hashes;
            }
        } catch (FormatException changed) {
            // Then it is not what it was.
        }
        throw new UnreadableException("The file " + tile.path() + " changed while it was read.");
    }

    /** Compares the tiles above the lowest level with the tree. */
    void compareTiles(Report report) throws UnreadableException {
        var nodes = roots.subList(0, (int) (size / Tile.WIDTH_MAX));
        for (var level = 1; !nodes.isEmpty(); level++) {
            var above = new ArrayList<Hash>();
            for (var start = 0; start < nodes.size(); start += Tile.WIDTH_MAX) {
                var part = nodes.subList(start, Math.min(start + Tile.WIDTH_MAX, nodes.size()));
                compare(Tile.at(level, start / Tile.WIDTH_MAX, size), part, report);
                if (part.size() == Tile.WIDTH_MAX) {
                    above.add(Merkle.root(part));
                }
            }
            nodes = above;
        }
    }

    private void compare(Tile tile, List<Hash> nodes, Report report) throws UnreadableException {
        try {
            if (!journal.hashes(tile).equals(nodes)) {
                report.wrong(Finding.of("the tile " + tile.path() + " does not hold the hashes of the entries"));
            }
        } catch (FormatException malformed) {
            report.wrong(Finding.of("the tile " + tile.path() + " is wrong, since " + malformed.why()));
        }
    }
}
