package org.guichet.core.draw;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF with SHA-256 (RFC 5869) for outputs of one block; one key, many infos. Not for several threads at once. */
final class Hkdf {
    static final int LENGTH = 32;

    private static final String HMAC = "HmacSHA256";
    private static final byte FIRST_BLOCK = 1;

    private final Mac mac;

    /** Starts from a pseudorandom key, the outcome of {@link #extract}. */
    Hkdf(byte[] key) {
        try {
            mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", impossible);
        }
    }

    /** The pseudorandom key hidden in {@code material}. The salt must not be empty. */
    static byte[] extract(byte[] salt, byte[] material) {
        return new Hkdf(salt).mac.doFinal(material);
    }

    /** Writes the 32 bytes that belong to {@code info} into {@code out} from {@code offset} on. */
    void expand(byte[] info, byte[] out, int offset) {
        mac.update(info);
        mac.update(FIRST_BLOCK);
        try {
            mac.doFinal(out, offset);
        } catch (GeneralSecurityException tooShort) {
            throw new IllegalArgumentException("Needs 32 bytes of room", tooShort);
        }
    }
}
