package org.guichet.core.draw;

import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.Merkle;

/**
 * What a seal says of a list before the randomness exists (docs/spec/draw.md): how many labels, and the root of the tree over
 * them, ascending.
 */
public record SealedList(int count, Hash root) {
    private static final int PREFIX_DIGITS = 16;

    /** The seal of these labels, whatever their order. A label given twice is refused. */
    public static SealedList of(Collection<Label> labels) {
        var list = list(labels);
        var order = ascending(list);
        order.twin().ifPresent(twin -> {
            throw new IllegalArgumentException("A label stands in a list once: " + list.get(twin));
        });
        return new SealedList(
                list.size(),
                Merkle.root(list.size(), i -> list.get(order.item(i)).text()));
    }

    /** A label that is given twice, if there is one. */
    public static Optional<Label> twin(Collection<Label> labels) {
        var list = list(labels);
        var twin = ascending(list).twin();
        return twin.isPresent() ? Optional.of(list.get(twin.getAsInt())) : Optional.empty();
    }

    private static List<Label> list(Collection<Label> labels) {
        return labels instanceof List<Label> list && labels instanceof RandomAccess ? list : List.copyOf(labels);
    }

    private static Ascending ascending(List<Label> list) {
        return new Ascending(
                list.size(),
                item -> HexFormat.fromHexDigitsToLong(list.get(item).hex(), 0, PREFIX_DIGITS),
                (one, other) -> list.get(one).compareTo(list.get(other)));
    }
}
