package org.guichet.app.platform;

import java.util.Collection;
import java.util.function.Function;

/** Personal data as it is kept: bytes that only the {@link Vault} reads, locked for one row. */
public final class Locked {
    private final byte[] bytes;

    Locked(byte[] bytes) {
        this.bytes = bytes;
    }

    /** One such column of many rows, as a statement takes it. */
    public static <R> byte[][] of(Collection<R> rows, Function<? super R, Locked> column) {
        return rows.stream().map(column).map(it -> it.bytes).toArray(byte[][]::new);
    }
}
