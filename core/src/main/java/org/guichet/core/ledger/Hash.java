package org.guichet.core.ledger;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.guichet.core.text.Canonical;

/** A SHA-256 value (FIPS 180-4): 32 bytes, compared as an unsigned number. */
public final class Hash implements Comparable<Hash> {
    public static final int LENGTH = 32;
    public static final int HEX_DIGITS = 2 * LENGTH;

    private static final HexFormat HEX = HexFormat.of();
    // Making a digest costs more than hashing the 65 bytes of a tree node.
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Hash::digest);

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The hash of {@code parts}, one after the other. */
    public static Hash sha256(byte[]... parts) {
        var digest = SHA_256.get();
        for (var part : parts) {
            digest.update(part);
        }
        return new Hash(digest.digest());
    }

    /**
     * Writes into {@code out} the hash of {@code prefix} and {@code length} bytes of {@code in}, and makes no object.
     */
    static void sha256(byte[] prefix, byte[] in, int from, int length, byte[] out, int to) {
        var digest = SHA_256.get();
        digest.update(prefix);
        digest.update(in, from, length);
        try {
            digest.digest(out, to, LENGTH);
        } catch (DigestException tooShort) {
            throw new IllegalArgumentException("Needs 32 bytes of room", tooShort);
        }
    }

    /** The hash that has these 32 bytes. */
    public static Hash of(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A hash is 32 bytes, not " + bytes.length);
        }
        return new Hash(bytes.clone());
    }

    /** The hash whose 32 bytes stand in {@code bytes} from {@code offset} on. */
    public static Hash of(byte[] bytes, int offset) {
        return new Hash(Arrays.copyOfRange(bytes, offset, offset + LENGTH));
    }

    /** The hash written as 64 lower-case hexadecimal digits. */
    public static Hash of(String hex) {
        if (!Canonical.isHex(hex, HEX_DIGITS)) {
            throw new IllegalArgumentException("A hash is 64 lower-case hexadecimal digits");
        }
        return new Hash(HEX.parseHex(hex));
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    public String hex() {
        return HEX.formatHex(bytes);
    }

    byte[] unsafeBytes() {
        return bytes;
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    @Override
    public int compareTo(Hash other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return hex();
    }
}
