package org.guichet.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.HashList;
import org.guichet.core.ledger.Tile;
import org.guichet.core.ledger.leaf.Leaf;
import org.guichet.core.ledger.leaf.LeafSeries;
import org.guichet.core.text.FormatException;

/** What reading one entry bundle and the tile beside it came to. */
sealed interface Reading {
    /** The root over the entries, their leaves as far as they are canonical, and what is wrong with them. */
    record Chunk(long first, Hash root, List<Optional<Leaf>> leaves, List<Finding> findings) implements Reading {}

    /** The file is there and is no entry bundle: nothing after it can be checked. */
    record Malformed(Finding finding) implements Reading {}

    /** The file could not be read: nothing after it can be checked. */
    record Missing(String sentence) implements Reading {}

    static Reading of(PublishedJournal journal, long index, long size) {
        var bundle = Tile.at(Tile.ENTRIES, index, size);
        var first = index * Tile.WIDTH_MAX;
        try {
            var entries = journal.entries(bundle);
            var hashes = HashList.leaves(entries);
            var findings = new ArrayList<Finding>();
            compare(journal, Tile.at(0, index, size), hashes, findings);
            return new Chunk(first, hashes.root(), leaves(entries, first, findings), findings);
        } catch (FormatException malformed) {
            return new Malformed(Finding.at(
                    first,
                    "the file " + bundle.path() + " cannot be used, since " + malformed.why()
                            + "; nothing from here on was checked"));
        } catch (UnreadableException missing) {
            return new Missing(missing.sentence());
        }
    }

    private static void compare(PublishedJournal journal, Tile tile, HashList hashes, List<Finding> findings)
            throws UnreadableException {
        var first = tile.index() * Tile.WIDTH_MAX;
        try {
            var served = journal.hashes(tile);
            // Nearly every tile is right, and is compared as a whole.
            if (hashes.equals(served)) {
                return;
            }
            for (var i = 0; i < hashes.size(); i++) {
                if (!hashes.get(i).equals(served.get(i))) {
                    findings.add(Finding.at(
                            first + i, "the entry does not have the hash that the tile " + tile.path() + " says"));
                }
            }
        } catch (FormatException malformed) {
            findings.add(Finding.at(first, "the tile " + tile.path() + " is wrong, since " + malformed.why()));
        }
    }

    private static List<Optional<Leaf>> leaves(List<byte[]> entries, long first, List<Finding> findings) {
        var leaves = new ArrayList<Optional<Leaf>>(entries.size());
        var series = new LeafSeries();
        for (var entry : entries) {
            try {
                leaves.add(Optional.of(series.next(entry)));
            } catch (FormatException malformed) {
                findings.add(Finding.at(
                        first + leaves.size(), "the entry is no leaf of a journal, since " + malformed.why()));
                leaves.add(Optional.empty());
            }
        }
        return leaves;
    }
}
