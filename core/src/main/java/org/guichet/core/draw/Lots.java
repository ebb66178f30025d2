package org.guichet.core.draw;

import java.nio.ByteBuffer;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;
import org.guichet.core.ledger.Hash;

/** The lots of a draw in their order; a lot becomes an object only when it is looked at. */
final class Lots extends AbstractList<Lot> implements RandomAccess {
    private final Texts texts;
    private final byte[] positions;
    private final Ascending order;

    /** {@code positions} holds 32 bytes for each label. A label given twice is refused. */
    Lots(Texts texts, byte[] positions) {
        this.texts = texts;
        this.positions = positions;
        order = new Ascending(
                texts.count(), item -> ByteBuffer.wrap(positions).getLong(item * Hash.LENGTH), this::compare);
        order.twin().ifPresent(twin -> {
            throw new IllegalArgumentException(
                    "A label takes part in a draw once: " + texts.labels().get(twin));
        });
    }

    @Override
    public Lot get(int index) {
        var item = order.item(index);
        return new Lot(texts.labels().get(item), Hash.of(positions, item * Hash.LENGTH));
    }

    /** The root of the tree over the labels in their order. */
    Hash root() {
        return texts.root(order::item);
    }

    @Override
    public int size() {
        return order.count();
    }

    private int compare(int one, int other) {
        var a = one * Hash.LENGTH;
        var b = other * Hash.LENGTH;
        var byPosition = Arrays.compareUnsigned(positions, a, a + Hash.LENGTH, positions, b, b + Hash.LENGTH);
        return byPosition != 0 ? byPosition : texts.compare(one, other);
    }
}
