package org.guichet.core.draw;

import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.function.IntFunction;

/** Labels by their texts, which are all that sorting and hashing need; packed ones are read where they lie. */
record Texts(List<Label> labels, IntFunction<byte[]> reader) {
    private static final int PREFIX_DIGITS = 16;

    /** The texts of these labels, which are copied unless they cannot change. */
    static Texts of(Collection<Label> labels) {
        return switch (labels) {
            case LabelList list -> new Texts(list, list::text);
            case LabelList.Selection selection -> new Texts(selection, selection::text);
            default -> {
                var copy = List.copyOf(labels);
                yield new Texts(copy, item -> copy.get(item).text());
            }
        };
    }

    int count() {
        return labels.size();
    }

    byte[] text(int item) {
        return reader.apply(item);
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
