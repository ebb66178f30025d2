package org.guichet.core.ledger.note;

import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.guichet.core.text.Canonical;
import org.guichet.core.text.FormatException;

/** A private key of notes, in the text {@code PRIVATE+KEY+name+id+seed} that the Go library for notes uses too. */
public final class SignerKey {
    private static final String START = "PRIVATE+KEY+";

    private final VerifierKey verifier;
    private final byte[] seed;
    private final KeyPair keys;

    private SignerKey(VerifierKey verifier, byte[] seed, KeyPair keys) {
        this.verifier = verifier;
        this.seed = seed;
        this.keys = keys;
    }

    /** A new key. */
    public static SignerKey generate(String name, SignatureType type, SecureRandom random) {
        var seed = new byte[Algorithm.SEED_BYTES];
        random.nextBytes(seed);
        try {
            return of(name, type, seed);
        } catch (FormatException badName) {
            throw new IllegalArgumentException(badName);
        }
    }

    public static SignerKey parse(String text) throws FormatException {
        var parts = text.startsWith(START) ? text.substring(START.length()).split("\\+", 3) : new String[0];
        if (parts.length != 3) {
            throw new FormatException("a private key is not written " + START + "name+id+seed");
        }
        var bytes = Canonical.base64(parts[2]);
        if (bytes.length != 1 + Algorithm.SEED_BYTES) {
            throw new FormatException("the seed of a private key is not " + Algorithm.SEED_BYTES + " bytes long");
        }
        var key = of(parts[0], SignatureType.of(bytes[0]), Arrays.copyOfRange(bytes, 1, bytes.length));
        if (!key.text().equals(text)) {
            throw new FormatException("a private key does not have the id it is written with");
        }
        return key;
    }

    /** The public half. */
    public VerifierKey verifier() {
        return verifier;
    }

    /** The key as text: a secret. */
    public String text() {
        var typed = ByteBuffer.allocate(1 + seed.length)
                .put(verifier.type().identifier())
                .put(seed);
        return START + verifier.name() + "+" + HexFormat.of().toHexDigits(verifier.id()) + "+"
                + Base64.getEncoder().encodeToString(typed.array());
    }

    /**
     * Signs the text of a note.
     *
     * @param now enters the signature of a timestamped type; such a type signs checkpoints only
     */
    public NoteSignature sign(String text, Instant now) {
        var type = verifier.type();
        var time = type.isTimestamped() ? now.getEpochSecond() : 0;
        try {
            var message = SignedMessage.of(verifier.name(), type, text, time);
            var signed = type.algorithm().sign(keys.getPrivate(), message);
            var timed = ByteBuffer.allocate((type.isTimestamped() ? Long.BYTES : 0) + signed.length);
            if (type.isTimestamped()) {
                timed.putLong(time);
            }
            return NoteSignature.of(
                    verifier.name(), verifier.id(), timed.put(signed).array());
        } catch (FormatException notForThisType) {
            throw new IllegalArgumentException(notForThisType);
        }
    }

    @Override
    public String toString() {
        return "the private key of " + verifier.text();
    }

    private static SignerKey of(String name, SignatureType type, byte[] seed) throws FormatException {
        var keys = type.algorithm().keyPair(seed);
        return new SignerKey(VerifierKey.of(name, type, type.algorithm().raw(keys.getPublic())), seed, keys);
    }
}
