package org.guichet.core.ledger.note;

import java.nio.ByteBuffer;
import java.util.Base64;
import org.guichet.core.text.Canonical;
import org.guichet.core.text.FormatException;

/**
 * A signature line of a note (C2SP signed-note).
 *
 * @param base64 four bytes of key id and the signature itself
 */
public record NoteSignature(String name, String base64) {
    private static final String START = "\u2014 ";

    public NoteSignature {
        try {
            check(name, base64);
        } catch (FormatException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    static NoteSignature of(String name, int keyId, byte[] signature) {
        var bytes = ByteBuffer.allocate(Integer.BYTES + signature.length)
                .putInt(keyId)
                .put(signature);
        return new NoteSignature(name, Base64.getEncoder().encodeToString(bytes.array()));
    }

    /** The signature on this line, given without its end. */
    public static NoteSignature parse(String line) throws FormatException {
        var space = line.indexOf(' ', START.length());
        if (!line.startsWith(START) || space < 0) {
            throw new FormatException("a signature line is not a dash, a name and a signature");
        }
        var name = line.substring(START.length(), space);
        var base64 = line.substring(space + 1);
        check(name, base64);
        return new NoteSignature(name, base64);
    }

    /** The line, without its end. */
    public String line() {
        return START + name + " " + base64;
    }

    /** Names the key together with {@link #name}. */
    public int keyId() {
        return bytes().getInt();
    }

    /** The signature without the key id. */
    byte[] signature() {
        var bytes = bytes().position(Integer.BYTES);
        var signature = new byte[bytes.remaining()];
        bytes.get(signature);
        return signature;
    }

    private static void check(String name, String base64) throws FormatException {
        Names.check(name);
        if (Canonical.base64(base64).length <= Integer.BYTES) {
            throw new FormatException("a signature is shorter than the id of its key");
        }
    }

    private ByteBuffer bytes() {
        return ByteBuffer.wrap(Base64.getDecoder().decode(base64));
    }
}
