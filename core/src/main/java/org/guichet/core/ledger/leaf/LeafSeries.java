package org.guichet.core.ledger.leaf;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Optional;
import org.guichet.core.draw.Label;
import org.guichet.core.ledger.Hash;
import org.guichet.core.text.FormatException;

/**
 * Reads leaves that follow one another. Nearly all are requests of one window: a request that has the same bytes before
 * its label as the last one that was read in full is the same leaf but for the label. Not for several threads at once.
 */
public final class LeafSeries {
    private static final int LABEL_AND_END = Hash.HEX_DIGITS + 1;

    private byte[] start = {};
    private Optional<WindowId> window = Optional.empty();

    /** Starts a series: nothing was read yet. */
    public LeafSeries() {}

    /** The leaf written in the next entry; the same as {@link Leaf#parse} tells, and refused for the same reason. */
    public Leaf next(byte[] entry) throws FormatException {
        if (window.isPresent() && isAlike(entry)) {
            try {
                return new Leaf.Request(
                        window.get(), new Label(new String(entry, start.length, Hash.HEX_DIGITS, US_ASCII)));
            } catch (IllegalArgumentException noLabel) {
                // Whoever reads it in full knows what is wrong.
            }
        }
        var leaf = Leaf.parse(entry);
        if (leaf instanceof Leaf.Request request) {
            start = Arrays.copyOf(entry, entry.length - LABEL_AND_END);
            window = Optional.of(request.id());
        }
        return leaf;
    }

    private boolean isAlike(byte[] entry) {
        return entry.length == start.length + LABEL_AND_END
                && Arrays.equals(entry, 0, start.length, start, 0, start.length)
                && entry[entry.length - 1] == '\n';
    }
}
