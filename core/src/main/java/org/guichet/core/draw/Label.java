package org.guichet.core.draw;

import java.nio.charset.StandardCharsets;
import org.guichet.core.ledger.Hash;
import org.guichet.core.text.Canonical;

/** The public name of a request in the ledger: a salted commitment, used as text, 64 lower-case hexadecimal digits. */
public record Label(String hex) implements Comparable<Label> {
    public Label {
        if (!Canonical.isHex(hex, Hash.HEX_DIGITS)) {
            throw new IllegalArgumentException("A label is 64 lower-case hexadecimal digits");
        }
    }

    /** The 64 ASCII bytes that enter draws and trees. */
    public byte[] text() {
        return hex.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public int compareTo(Label other) {
        return hex.compareTo(other.hex);
    }
}
