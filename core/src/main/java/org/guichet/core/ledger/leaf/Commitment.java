package org.guichet.core.ledger.leaf;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.guichet.core.draw.Label;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.Hasher;

/**
 * A salted commitment (docs/spec/journal.md): it binds whoever published it, and says nothing to those without the
 * salt. When the salt is erased, so is what was committed to.
 */
public final class Commitment {
    public static final int SALT_BYTES = 32;

    private Commitment() {}

    /**
     * The commitment to a payload.
     *
     * @param type the domain, such as {@code guichet.org/offer@v1}: what is committed to in one cannot be opened in
     *     another
     * @param salt 32 random bytes, drawn for this payload alone
     */
    public static Hash of(String type, byte[] salt, byte[] payload) {
        return Hash.sha256(domain(type, salt), salt, payload);
    }

    /** The same for a payload that is added to it piece by piece. */
    public static Hasher hasher(String type, byte[] salt) {
        var hasher = new Hasher();
        hasher.add(domain(type, salt));
        hasher.add(salt);
        return hasher;
    }

    private static byte[] domain(String type, byte[] salt) {
        if (type.isEmpty() || type.contains("\n") || salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("A commitment has a type on one line and a salt of 32 bytes");
        }
        return (type + "\n").getBytes(UTF_8);
    }

    /** The label of a request: the commitment to what was asked. */
    public static Label label(byte[] salt, byte[] request) {
        return new Label(of(Leaf.Request.TYPE, salt, request).hex());
    }
}
