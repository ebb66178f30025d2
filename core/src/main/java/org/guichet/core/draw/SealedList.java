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
 *
 * @param twin a label that stands in the list twice, if there is one; such a list cannot be drawn
 */
public record SealedList(int count, Hash root, Optional<Label> twin) {
    private static final int PREFIX_DIGITS = 16;

    public static SealedList of(Collection<Label> labels) {
        var list = labels instanceof List<Label> ready && labels instanceof RandomAccess ? ready : List.copyOf(labels);
        var ascending = new Ascending(
                list.size(),
                item -> HexFormat.fromHexDigitsToLong(list.get(item).hex(), 0, PREFIX_DIGITS),
                (one, other) -> list.get(one).compareTo(list.get(other)));
        var root = Merkle.root(list.size(), i -> list.get(ascending.item(i)).text());
        var twin = ascending.twin();
        return new SealedList(
                list.size(), root, twin.isPresent() ? Optional.of(list.get(twin.getAsInt())) : Optional.empty());
    }
}
