package org.guichet.app.ledger;

import java.security.SecureRandom;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.CannotStart;
import org.guichet.app.platform.Keys;
import org.guichet.app.platform.Settings;
import org.guichet.core.ledger.note.SignatureType;
import org.guichet.core.ledger.note.SignerKey;
import org.guichet.core.ledger.note.VerifierKey;
import org.guichet.core.text.FormatException;
import org.springframework.stereotype.Component;

/**
 * The key that signs an authority's checkpoints; its name is the origin of the log and is fixed when the key is made.
 */
@Component
public final class JournalKeys {
    private final Keys keys;
    private final Settings settings;
    private final SecureRandom random;

    JournalKeys(Keys keys, Settings settings, SecureRandom random) {
        this.keys = keys;
        this.settings = settings;
        this.random = random;
    }

    /** The key that its checkpoints are verified with. */
    public VerifierKey verifier(AuthorityId authority) {
        return of(authority).verifier();
    }

    SignerKey of(AuthorityId authority) {
        var name = "journal-" + authority.value();
        try {
            return SignerKey.parse(keys.text(name, () -> fresh(authority).text()));
        } catch (FormatException broken) {
            throw new CannotStart("the key file " + name + " is damaged (" + broken.getMessage() + ").");
        }
    }

    private SignerKey fresh(AuthorityId authority) {
        var origin = settings.publicAddress().getAuthority() + "/journal/" + authority.value();
        return SignerKey.generate(origin, SignatureType.ED25519, random);
    }
}
