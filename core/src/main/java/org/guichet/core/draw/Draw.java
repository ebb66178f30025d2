package org.guichet.core.draw;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.Merkle;

/**
 * The order of a draw (docs/spec/draw.md): each label's position is an HKDF output of the sealed list and the
 * randomness.
 */
public final class Draw {
    /** As many labels as one draw may have. */
    public static final int LABELS_MAX = 1 << 25;

    private static final int CHUNK = 4096;

    private Draw() {}

    /**
     * The lots of {@code labels}, first to last.
     *
     * @param sealLeaf the bytes of the ledger's leaf that seals the list
     * @param randomness the 32 bytes of the beacon round announced beforehand
     * @param labels each label once; a label given twice is refused
     */
    public static List<Lot> order(byte[] sealLeaf, byte[] randomness, Collection<Label> labels) {
        if (randomness.length != Hash.LENGTH || labels.size() > LABELS_MAX) {
            throw new IllegalArgumentException("A draw takes 32 random bytes and at most " + LABELS_MAX + " labels");
        }
        var texts = Texts.of(labels);
        return new Lots(texts, positions(key(Hash.sha256(sealLeaf).bytes(), randomness), texts));
    }

    /** The root by which an order is published: of the tree over the labels as drawn. */
    public static Hash root(List<Lot> order) {
        return order instanceof Lots lots
                ? lots.root()
                : Merkle.root(order.size(), i -> order.get(i).label().text());
    }

    static byte[] key(byte[] salt, byte[] randomness) {
        return Hkdf.extract(salt, randomness);
    }

    static Hash position(byte[] key, byte[] label) {
        var position = new byte[Hash.LENGTH];
        new Hkdf(key).expand(label, position, 0);
        return Hash.of(position);
    }

    private static byte[] positions(byte[] key, Texts texts) {
        var positions = new byte[texts.count() * Hash.LENGTH];
        IntStream.range(0, Math.ceilDiv(texts.count(), CHUNK)).parallel().forEach(chunk -> {
            var hkdf = new Hkdf(key);
            var end = Math.min((chunk + 1) * CHUNK, texts.count());
            for (var i = chunk * CHUNK; i < end; i++) {
                hkdf.expand(texts.text(i), positions, i * Hash.LENGTH);
            }
        });
        return positions;
    }
}
