package org.guichet.core.draw;

import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.HashList;
import org.guichet.core.ledger.Merkle;

/** Labels by their texts, which are all that sorting and hashing need; packed ones are read where they lie. */
record Texts(List<Label> labels, HashList.Data data) {
    private static final int PREFIX_DIGITS = 16;

    /** The texts of these labels, which are copied unless they cannot change. */
    static Texts of(Collection<Label> labels) {
        return switch (labels) {
            case LabelList list -> new Texts(list, list::copy);
            case LabelList.Selection selection -> new Texts(selection, selection::copy);
            default -> {
                var copy = List.copyOf(labels);
                yield new Texts(
                        copy,
                        (item, into, at) -> System.arraycopy(copy.get(item).text(), 0, into, at, LabelList.LENGTH));
            }
        };
    }

    int count() {
        return labels.size();
    }

    byte[] text(int item) {
        var text = new byte[LabelList.LENGTH];
        data.copy(item, text, 0);
        return text;
    }

    /** The root of the tree over these texts, in the order that {@code order} gives. */
    Hash root(IntUnaryOperator order) {
        return Merkle.root(
                count(), LabelList.LENGTH, (place, into, at) -> data.copy(order.applyAsInt(place), into, at));
    }

    /** The first 64 bits of a label. */
    long prefix(int item) {
        var text = text(item);
        var prefix = 0L;
        for (var i = 0; i < PREFIX_DIGITS; i++) {
            prefix = (prefix << 4) | HexFormat.fromHexDigit(text[i]);
        }
        return prefix;
    }

    int compare(int one, int other) {
        return Arrays.compare(text(one), text(other));
    }
}
