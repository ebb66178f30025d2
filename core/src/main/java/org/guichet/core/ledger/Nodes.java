package org.guichet.core.ledger;

import java.util.List;

/** The nodes of a tree by their place: what proofs are made of. */
@FunctionalInterface
public interface Nodes {
    /** The root of the complete subtree over the leaves from {@code index * 2^level} on, {@code 2^level} of them. */
    Hash at(int level, long index);

    /** The nodes of a small tree, computed each time from its leaf hashes. */
    static Nodes of(List<Hash> leaves) {
        return (level, index) -> Merkle.root(leaves.subList((int) (index << level), (int) ((index + 1) << level)));
    }

    /** The root over the leaves from {@code start} to before {@code end}, where a tree of RFC 9162 has such a node. */
    default Hash root(long start, long end) {
        var count = end - start;
        if (Long.bitCount(count) == 1) {
            var level = Long.numberOfTrailingZeros(count);
            return at(level, start >>> level);
        }
        var middle = start + Merkle.split(count);
        return Merkle.node(root(start, middle), root(middle, end));
    }
}
