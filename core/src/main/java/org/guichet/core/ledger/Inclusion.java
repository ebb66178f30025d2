package org.guichet.core.ledger;

import java.util.ArrayList;
import java.util.List;

/** The proof that a leaf stands at an index of a tree (RFC 9162 section 2.1.3). */
public record Inclusion(long index, long size, List<Hash> path) {
    public Inclusion {
        if (index < 0 || index >= size || size > Merkle.SIZE_MAX) {
            throw new IllegalArgumentException("A leaf of a tree stands before its size");
        }
        path = List.copyOf(path);
    }

    /** The proof for the leaf at {@code index} of the tree of {@code size} leaves. */
    public static Inclusion prove(long index, long size, Nodes nodes) {
        var path = new ArrayList<Hash>();
        collect(index, 0, size, nodes, path);
        return new Inclusion(index, size, path);
    }

    /** Whether the tree with this root has this leaf hash at this index. */
    public boolean holds(Hash leaf, Hash root) {
        var climb = new Climb(index, size - 1);
        var hash = leaf;
        for (var sibling : path) {
            if (climb.atRoot()) {
                return false;
            }
            hash = climb.siblingIsLeft() ? Merkle.node(sibling, hash) : Merkle.node(hash, sibling);
        }
        return climb.atRoot() && hash.equals(root);
    }

    /** The path for a shell or a reader: each hash after the side on which it stands, from the leaf to the root. */
    public List<String> steps() {
        var climb = new Climb(index, size - 1);
        return path.stream()
                .map(sibling -> (climb.siblingIsLeft() ? "left " : "right ") + sibling.hex())
                .toList();
    }

    private static void collect(long index, long start, long end, Nodes nodes, List<Hash> path) {
        if (end - start == 1) {
            return;
        }
        var middle = start + Merkle.split(end - start);
        if (index < middle) {
            collect(index, start, middle, nodes, path);
            path.add(nodes.root(middle, end));
        } else {
            collect(index, middle, end, nodes, path);
            path.add(nodes.root(start, middle));
        }
    }
}
