package org.guichet.core.ledger;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The Merkle tree hash of RFC 9162 section 2.1 (the same as RFC 6962) with SHA-256. */
public final class Merkle {
    /** The hash of the tree without leaves. */
    public static final Hash EMPTY = Hash.sha256();

    /** No tree has more leaves, so that no index or shift overflows. */
    public static final long SIZE_MAX = 1L << 62;

    static final byte[] LEAF = {0};
    static final byte[] NODE = {1};
    // A power of two, so that the roots of all chunks are the leaves of a tree with the same root.
    private static final int CHUNK = 1024;

    private Merkle() {}

    /** The hash of a leaf with this data. */
    public static Hash leaf(byte[] data) {
        return Hash.sha256(LEAF, data);
    }

    /** The hash of the node over these two. */
    public static Hash node(Hash left, Hash right) {
        return Hash.sha256(NODE, left.unsafeBytes(), right.unsafeBytes());
    }

    /** The root over leaf hashes. */
    public static Hash root(List<Hash> leaves) {
        var frontier = new Frontier();
        leaves.forEach(frontier::append);
        return frontier.root();
    }

    /** The root over the data of {@code count} leaves, hashed by all processors. */
    public static Hash root(int count, IntFunction<byte[]> data) {
        return root(IntStream.range(0, Math.ceilDiv(count, CHUNK))
                .parallel()
                .mapToObj(chunk -> {
                    var end = Math.min((chunk + 1) * CHUNK, count);
                    return HashList.leaves(IntStream.range(chunk * CHUNK, end)
                                    .mapToObj(data)
                                    .toList())
                            .root();
                })
                .toList());
    }

    /** The root over {@code count} leaves of the same {@code length}, hashed by all processors. */
    public static Hash root(int count, int length, HashList.Data data) {
        return root(IntStream.range(0, Math.ceilDiv(count, CHUNK))
                .parallel()
                .mapToObj(chunk -> {
                    var end = Math.min((chunk + 1) * CHUNK, count);
                    return HashList.leaves(chunk * CHUNK, end, length, data).root();
                })
                .toList());
    }

    /** Where a tree of {@code size} leaves splits: the largest power of two below it. */
    static long split(long size) {
        return Long.highestOneBit(size - 1);
    }
}
