package org.guichet.core.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;

/** The hash of what comes piece by piece, however much; between two pieces other things may be hashed. */
public final class Hasher {
    private final MessageDigest digest = Hash.digest();

    /** Of no piece yet. */
    public Hasher() {}

    /** The next piece, which is read now. */
    public void add(byte[] piece) {
        digest.update(piece);
    }

    /** The next piece is this line in UTF-8 with a line feed at its end. */
    public void addLine(String line) {
        add((line + '\n').getBytes(UTF_8));
    }

    /** The hash of all pieces, once. */
    public Hash hash() {
        return Hash.of(digest.digest());
    }
}
