package org.guichet.core.ledger;

/** The way from a node up to the root: on which side each sibling of a proof stands (RFC 9162 section 2.1.3.2). */
final class Climb {
    private long position;
    private long last;

    /** Starts at a node of a level whose rightmost node is {@code last}. */
    Climb(long position, long last) {
        this.position = position;
        this.last = last;
    }

    boolean atRoot() {
        return last == 0;
    }

    /** Goes up past the next sibling and tells whether that one stands to the left. Not at the root. */
    boolean siblingIsLeft() {
        var left = (position & 1) == 1 || position == last;
        // A node without a right sibling rises unchanged to where it is a right one itself.
        var rise = 1 + (left ? Long.numberOfTrailingZeros(position) : 0);
        position >>>= rise;
        last >>>= rise;
        return left;
    }
}
