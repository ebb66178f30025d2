package org.guichet.core.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * The proof that a tree only appended to an earlier one (RFC 9162 section 2.1.4); from nothing, everything is an
 * append.
 */
public record Consistency(long from, long to, List<Hash> path) {
    public Consistency {
        if (from < 0 || from > to || to > Merkle.SIZE_MAX) {
            throw new IllegalArgumentException("A tree grows from a smaller size to a larger");
        }
        path = List.copyOf(path);
    }

    /** The proof that the tree of {@code to} leaves begins with that of {@code from} leaves. */
    public static Consistency prove(long from, long to, Nodes nodes) {
        var path = new ArrayList<Hash>();
        if (from > 0 && from < to) {
            collect(from, new Range(0, to), true, nodes, path);
        }
        return new Consistency(from, to, path);
    }

    /** Whether the tree with the root {@code after} begins with that of the root {@code before}. */
    public boolean holds(Hash before, Hash after) {
        if (from == 0) {
            return path.isEmpty() && before.equals(Merkle.EMPTY) && (to > 0 || after.equals(before));
        }
        if (from == to) {
            return path.isEmpty() && before.equals(after);
        }
        return Long.bitCount(from) == 1
                ? climbs(before, path, before, after)
                : !path.isEmpty() && climbs(path.getFirst(), path.subList(1, path.size()), before, after);
    }

    private boolean climbs(Hash seed, List<Hash> siblings, Hash before, Hash after) {
        var rise = Long.numberOfTrailingZeros(from);
        var climb = new Climb((from - 1) >>> rise, (to - 1) >>> rise);
        var earlier = seed;
        var later = seed;
        for (var sibling : siblings) {
            if (climb.atRoot()) {
                return false;
            }
            if (climb.siblingIsLeft()) {
                earlier = Merkle.node(sibling, earlier);
                later = Merkle.node(sibling, later);
            } else {
                later = Merkle.node(later, sibling);
            }
        }
        return climb.atRoot() && earlier.equals(before) && later.equals(after);
    }

    private record Range(long start, long end) {}

    // SUBPROOF of the RFC; at the edge of the earlier tree whole subtrees are known to the reader and left out.
    private static void collect(long from, Range range, boolean known, Nodes nodes, List<Hash> path) {
        if (from == range.end) {
            if (!known) {
                path.add(nodes.root(range.start, range.end));
            }
            return;
        }
        var middle = range.start + Merkle.split(range.end - range.start);
        if (from <= middle) {
            collect(from, new Range(range.start, middle), known, nodes, path);
            path.add(nodes.root(middle, range.end));
        } else {
            collect(from, new Range(middle, range.end), false, nodes, path);
            path.add(nodes.root(range.start, middle));
        }
    }
}
