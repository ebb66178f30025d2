package org.guichet.core.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.guichet.core.ledger.Hash;
import org.guichet.core.text.Canonical;
import org.guichet.core.text.FormatException;

/**
 * A public key of notes (C2SP signed-note, verifier keys), in the text {@code name+id+key}.
 *
 * @param key the bare public key in Base64
 */
public record VerifierKey(String name, SignatureType type, String key) {
    private static final HexFormat HEX = HexFormat.of();
    private static final int ID_DIGITS = 8;
    private static final long TIME_MAX = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();

    public VerifierKey {
        try {
            Names.check(name);
            type.algorithm().publicKey(Canonical.base64(key));
        } catch (FormatException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    static VerifierKey of(String name, SignatureType type, byte[] key) throws FormatException {
        Names.check(name);
        type.algorithm().publicKey(key);
        return new VerifierKey(name, type, Base64.getEncoder().encodeToString(key));
    }

    public static VerifierKey parse(String text) throws FormatException {
        var parts = text.split("\\+", 3);
        if (parts.length != 3 || !Canonical.isHex(parts[1], ID_DIGITS)) {
            throw new FormatException("a public key is not written name+id+key");
        }
        var bytes = Canonical.base64(parts[2]);
        if (bytes.length == 0) {
            throw new FormatException("a public key is empty");
        }
        var key = of(parts[0], SignatureType.of(bytes[0]), Arrays.copyOfRange(bytes, 1, bytes.length));
        if (key.id() != HexFormat.fromHexDigits(parts[1])) {
            throw new FormatException("a public key does not have the id it is written with");
        }
        return key;
    }

    /** The key as text, as people pin it. */
    public String text() {
        return name + "+" + HEX.toHexDigits(id()) + "+" + Base64.getEncoder().encodeToString(typedKey());
    }

    /** Names the key together with its name: the first bytes of a hash. */
    public int id() {
        var hash = Hash.sha256((name + "\n").getBytes(UTF_8), typedKey());
        return ByteBuffer.wrap(hash.bytes()).getInt();
    }

    /** Whether this signature says it is this key's. */
    public boolean claims(NoteSignature signature) {
        return signature.name().equals(name) && signature.keyId() == id();
    }

    /** The endorsement that this signature is, if it is this key's signature of {@code text}. */
    public Optional<Endorsement> verify(String text, NoteSignature signature) {
        var bytes = ByteBuffer.wrap(signature.signature());
        if (type.isTimestamped() && bytes.remaining() < Long.BYTES) {
            return Optional.empty();
        }
        var time = type.isTimestamped() ? bytes.getLong() : 0;
        var signed = new byte[bytes.remaining()];
        bytes.get(signed);
        try {
            var message = SignedMessage.of(name, type, text, time);
            var valid = claims(signature)
                    && time >= 0
                    && time <= TIME_MAX
                    && type.algorithm().verifies(type.algorithm().publicKey(bytes()), message, signed);
            return valid ? Optional.of(new Endorsement(this, timeOf(time))) : Optional.empty();
        } catch (FormatException notSignedByThisType) {
            return Optional.empty();
        }
    }

    // A time of zero makes no statement about when (C2SP tlog-cosignature).
    private static Optional<Instant> timeOf(long time) {
        return time == 0 ? Optional.empty() : Optional.of(Instant.ofEpochSecond(time));
    }

    private byte[] typedKey() {
        var raw = bytes();
        return ByteBuffer.allocate(1 + raw.length)
                .put(type.identifier())
                .put(raw)
                .array();
    }

    private byte[] bytes() {
        return Base64.getDecoder().decode(key);
    }
}
