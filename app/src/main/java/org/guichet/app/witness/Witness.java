package org.guichet.app.witness;

import java.net.URI;
import org.guichet.app.platform.CannotStart;
import org.guichet.core.ledger.note.SignatureType;
import org.guichet.core.ledger.note.VerifierKey;
import org.guichet.core.text.FormatException;

/**
 * Somebody who cosigns our checkpoints.
 *
 * @param address where it is asked, without a slash at the end
 */
record Witness(URI address, VerifierKey key) {
    String name() {
        return key.name();
    }

    /** An address, a space and a key. */
    static Witness parse(String line) {
        try {
            var parts = line.strip().split(" +", 2);
            var address = URI.create(parts[0].replaceAll("/+$", ""));
            if (parts.length < 2
                    || address.getHost() == null
                    || !address.getScheme().matches("https?")) {
                throw new FormatException("it is not an address, a space and a key");
            }
            var key = VerifierKey.parse(parts[1]);
            if (key.type() == SignatureType.ED25519) {
                throw new FormatException("its key signs without a time, so it is that of a log");
            }
            return new Witness(address, key);
        } catch (FormatException malformed) {
            throw new CannotStart("the witness \"" + line + "\" is not usable: " + malformed.why() + ".");
        } catch (IllegalArgumentException noAddress) {
            throw new CannotStart("the witness \"" + line + "\" is not usable: its address is malformed.");
        }
    }
}
