package org.guichet.core.ledger.note;

import java.util.Arrays;
import org.guichet.core.text.FormatException;

/** What a key of a note signs (C2SP signed-note, signature types). */
public enum SignatureType {
    /** The text of the note, with Ed25519. */
    ED25519(0x01, Algorithm.ED25519),
    /** A checkpoint and the time, with Ed25519 (C2SP tlog-cosignature). */
    TIMESTAMPED_ED25519(0x04, Algorithm.ED25519),
    /** A checkpoint, the time and the signer's name, with ML-DSA-44 (C2SP tlog-cosignature). */
    TIMESTAMPED_ML_DSA_44(0x06, Algorithm.ML_DSA_44);

    private final int identifier;
    private final Algorithm algorithm;

    SignatureType(int identifier, Algorithm algorithm) {
        this.identifier = identifier;
        this.algorithm = algorithm;
    }

    static SignatureType of(byte identifier) throws FormatException {
        return Arrays.stream(values())
                .filter(type -> type.identifier == identifier)
                .findAny()
                .orElseThrow(() -> new FormatException("the key is of an unknown type"));
    }

    byte identifier() {
        return (byte) identifier;
    }

    Algorithm algorithm() {
        return algorithm;
    }

    /** Whether its signatures tell the time. */
    public boolean isTimestamped() {
        return this != ED25519;
    }
}
