package org.guichet.core.draw;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * HKDF with SHA-256 (RFC 5869) for outputs of one block; one key, many infos. Not for several threads at once.
 *
 * <p>HMAC (RFC 2104) begins with a block made of the key, twice. Here it is hashed once a key and not once an info: the
 * HMAC of the JDK hashes five blocks a label, this one three.
 */
final class Hkdf {
    static final int LENGTH = 32;

    private static final int BLOCK = 64;
    private static final byte INNER = 0x36;
    private static final byte OUTER = 0x5c;
    private static final byte[] FIRST_BLOCK = {1};

    private final MessageDigest inner;
    private final MessageDigest outer;

    /** Starts from a pseudorandom key, the outcome of {@link #extract}. */
    Hkdf(byte[] key) {
        inner = keyed(key, INNER);
        outer = keyed(key, OUTER);
    }

    /** The pseudorandom key hidden in {@code material}. */
    static byte[] extract(byte[] salt, byte[] material) {
        var key = new byte[LENGTH];
        new Hkdf(salt).mac(material, new byte[0], key, 0);
        return key;
    }

    /** Writes the 32 bytes that belong to {@code info} into {@code out} from {@code offset} on. */
    void expand(byte[] info, byte[] out, int offset) {
        mac(info, FIRST_BLOCK, out, offset);
    }

    private void mac(byte[] text, byte[] more, byte[] out, int offset) {
        try {
            var within = (MessageDigest) inner.clone();
            within.update(text);
            within.update(more);
            var around = (MessageDigest) outer.clone();
            around.update(within.digest());
            around.digest(out, offset, LENGTH);
        } catch (DigestException tooShort) {
            throw new IllegalArgumentException("Needs 32 bytes of room", tooShort);
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("The SHA-256 of every JDK can be cloned", impossible);
        }
    }

    private static MessageDigest keyed(byte[] key, byte pad) {
        var block = Arrays.copyOf(key.length > BLOCK ? sha256().digest(key) : key, BLOCK);
        for (var i = 0; i < BLOCK; i++) {
            block[i] ^= pad;
        }
        var digest = sha256();
        digest.update(block);
        return digest;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
