package org.guichet.core.draw;

import java.util.Collection;
import java.util.Optional;
import org.guichet.core.ledger.Hash;

/**
 * What a seal says of a list before the randomness exists (docs/spec/draw.md): how many labels, and the root of the
 * tree over them, ascending.
 */
public record SealedList(int count, Hash root) {
    /** The seal of these labels, whatever their order. A label given twice is refused. */
    public static SealedList of(Collection<Label> labels) {
        var texts = Texts.of(labels);
        var order = ascending(texts);
        order.twin().ifPresent(twin -> {
            throw new IllegalArgumentException(
                    "A label stands in a list once: " + texts.labels().get(twin));
        });
        return new SealedList(texts.count(), texts.root(order::item));
    }

    /** A label that is given twice, if there is one. */
    public static Optional<Label> twin(Collection<Label> labels) {
        var texts = Texts.of(labels);
        var twin = ascending(texts).twin();
        return twin.isPresent() ? Optional.of(texts.labels().get(twin.getAsInt())) : Optional.empty();
    }

    private static Ascending ascending(Texts texts) {
        return new Ascending(texts.count(), texts::prefix, texts::compare);
    }
}
