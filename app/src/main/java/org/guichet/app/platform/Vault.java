package org.guichet.app.platform;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps personal data: encrypted for its row alone, found again only through keyed hashes. */
@Component
public final class Vault {
    private static final int HASH_BYTES = 32;

    private final Aead aead;
    private final PrfSet prf;
    private final JsonMapper json;

    Vault(Keys keys, JsonMapper json) {
        this.aead = keys.aead("vault");
        this.prf = keys.prf("index");
        this.json = json;
    }

    /** Encrypts a record; {@code place} names its row, and the same place must be named to read it again. */
    public byte[] lock(Object record, String place) {
        try {
            return aead.encrypt(json.writeValueAsBytes(record), place.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Cannot encrypt", broken);
        }
    }

    /** The same for a row that is written later, with others. */
    public Locked locked(Object record, String place) {
        return new Locked(lock(record, place));
    }

    public <T> T unlock(byte[] locked, String place, Class<T> type) {
        try {
            return json.readValue(aead.decrypt(locked, place.getBytes(StandardCharsets.UTF_8)), type);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("A row was moved, edited, or locked with another key: " + place, broken);
        }
    }

    /** 64 hexadecimal digits that tell whether two texts are equal, to the holder of the key alone. */
    public String hash(String text) {
        try {
            return HexFormat.of().formatHex(prf.computePrimary(text.getBytes(StandardCharsets.UTF_8), HASH_BYTES));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Cannot hash", broken);
        }
    }
}
