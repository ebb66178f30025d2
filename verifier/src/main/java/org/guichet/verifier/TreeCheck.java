package org.guichet.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.Merkle;
import org.guichet.core.ledger.Tile;
import org.guichet.core.text.FormatException;

/** Rebuilds the tree from the entries alone; 32 bytes stay in memory for each bundle. */
final class TreeCheck {
    private final long size;
    private final long earlierSize;
    // Roots of the bundles: leaves of a tree with the same root, since bundles are a power of two wide.
    private final List<Hash> roots = new ArrayList<>();
    private Optional<Hash> partOfEarlier = Optional.empty();

    /** A tree of {@code size} leaves whose root was also wanted when it had {@code earlierSize}. */
    TreeCheck(long size, long earlierSize) {
        this.size = size;
        this.earlierSize = earlierSize;
    }

    void add(Reading.Chunk chunk) {
        roots.add(chunk.tree().root());
        var inside = earlierSize - chunk.first();
        if (inside > 0 && inside < chunk.tree().hashes().size()) {
            partOfEarlier = Optional.of(chunk.tree().root((int) inside));
        }
    }

    /** The root over all entries. */
    Hash root() {
        return Merkle.root(roots);
    }

    /** The root over the entries there were at the earlier size. */
    Hash earlierRoot() {
        var earlier = new ArrayList<>(roots.subList(0, (int) Math.ceilDiv(earlierSize, Tile.WIDTH_MAX)));
        partOfEarlier.ifPresent(part -> earlier.set(earlier.size() - 1, part));
        return Merkle.root(earlier);
    }

    /** Compares the tiles above the lowest level with the tree. */
    void compareTiles(PublishedJournal journal, Report report) throws UnreadableException {
        var nodes = roots.subList(0, (int) (size / Tile.WIDTH_MAX));
        for (var level = 1; !nodes.isEmpty(); level++) {
            var above = new ArrayList<Hash>();
            for (var start = 0; start < nodes.size(); start += Tile.WIDTH_MAX) {
                var part = nodes.subList(start, Math.min(start + Tile.WIDTH_MAX, nodes.size()));
                compare(journal, Tile.at(level, start / Tile.WIDTH_MAX, size), part, report);
                if (part.size() == Tile.WIDTH_MAX) {
                    above.add(Merkle.root(part));
                }
            }
            nodes = above;
        }
    }

    private static void compare(PublishedJournal journal, Tile tile, List<Hash> nodes, Report report)
            throws UnreadableException {
        try {
            if (!journal.hashes(tile).equals(nodes)) {
                report.wrong(Finding.of("the tile " + tile.path() + " does not hold the hashes of the entries"));
            }
        } catch (FormatException malformed) {
            report.wrong(Finding.of("the tile " + tile.path() + " is wrong, since " + malformed.why()));
        }
    }
}
