package org.guichet.core.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * An append-only tree reduced to its right edge: the roots of its complete subtrees, largest first, at most 62 of
 * them. What a sequencer keeps in memory to append leaves and tell the root. Not for several threads at once.
 */
public final class Frontier {
    private final List<Hash> peaks;
    private long size;

    /** The empty tree. */
    public Frontier() {
        this(0, new ArrayList<>());
    }

    private Frontier(long size, List<Hash> peaks) {
        this.size = size;
        this.peaks = peaks;
    }

    /** The tree of this size with these subtrees, as {@link #peaks} told them. */
    public static Frontier of(long size, List<Hash> peaks) {
        if (size < 0 || size > Merkle.SIZE_MAX || Long.bitCount(size) != peaks.size()) {
            throw new IllegalArgumentException(
                    "A tree of " + size + " leaves has one subtree for each bit of its size");
        }
        return new Frontier(size, new ArrayList<>(peaks));
    }

    /** Hears of every complete subtree at the moment it becomes complete. */
    public interface Listener {
        /** The subtree over 2^level leaves has this root. */
        void completed(int level, Hash root);
    }

    /** Appends a leaf. */
    public void append(Hash leaf) {
        append(leaf, (level, root) -> {});
    }

    /** Appends a leaf and tells which subtrees it completes, itself included, smallest first. */
    public void append(Hash leaf, Listener listener) {
        var root = leaf;
        listener.completed(0, root);
        for (var level = 0; (size >>> level & 1) == 1; level++) {
            root = Merkle.node(peaks.removeLast(), root);
            listener.completed(level + 1, root);
        }
        peaks.add(root);
        size++;
    }

    public long size() {
        return size;
    }

    /** The root of the tree as it stands. */
    public Hash root() {
        if (peaks.isEmpty()) {
            return Merkle.EMPTY;
        }
        var root = peaks.getLast();
        for (var i = peaks.size() - 2; i >= 0; i--) {
            root = Merkle.node(peaks.get(i), root);
        }
        return root;
    }

    /** The roots of the complete subtrees, largest first. */
    public List<Hash> peaks() {
        return List.copyOf(peaks);
    }

    /** The nodes of this tree: its right edge from memory, the others from where they are stored. */
    public Nodes over(Nodes stored) {
        var edge = peaks();
        var leaves = size;
        return (level, index) -> (leaves >>> level & 1) == 1 && index == (leaves >>> level) - 1
                ? edge.get(Long.bitCount(leaves >>> level) - 1)
                : stored.at(level, index);
    }
}
