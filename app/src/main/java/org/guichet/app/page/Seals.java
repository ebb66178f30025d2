package org.guichet.app.page;

import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import org.guichet.app.platform.Keys;
import org.springframework.stereotype.Component;

/**
 * Text that travels sealed in an address: nobody can read, change or make it, and it ages in real time (also where the
 * service's clock is moved). Padded to 64 bytes, so that its length tells little.
 */
@Component
public final class Seals {
    private static final int PADDED_TO = 64;
    private static final byte END_OF_TEXT = 1;

    private final Aead aead;
    private final InstantSource wallTime;

    Seals(Keys keys, InstantSource wallTime) {
        this.aead = keys.aead("seals");
        this.wallTime = wallTime;
    }

    public sealed interface Opened {
        record Good(String text, Instant sealedAt) implements Opened {}

        record TooOld() implements Opened {}

        record Broken() implements Opened {}
    }

    /** Seals for one purpose; it opens for the same purpose only. */
    public String seal(String purpose, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var length = Long.BYTES + bytes.length + 1;
        var padded = ByteBuffer.allocate((length + PADDED_TO - 1) / PADDED_TO * PADDED_TO)
                .putLong(wallTime.instant().getEpochSecond())
                .put(bytes)
                .put(END_OF_TEXT);
        try {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(aead.encrypt(padded.array(), purpose.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Cannot seal", broken);
        }
    }

    /** Whether what was sealed then has lived so long. */
    public boolean isOver(Instant sealedAt, Duration lives) {
        return wallTime.instant().isAfter(sealedAt.plus(lives));
    }

    public Opened open(String purpose, String sealed, Duration lives) {
        try {
            var padded = aead.decrypt(Base64.getUrlDecoder().decode(sealed), purpose.getBytes(StandardCharsets.UTF_8));
            var made = Instant.ofEpochSecond(ByteBuffer.wrap(padded).getLong());
            if (isOver(made, lives)) {
                return new Opened.TooOld();
            }
            var end = padded.length - 1;
            while (padded[end] != END_OF_TEXT) {
                end--;
            }
            return new Opened.Good(
                    new String(Arrays.copyOfRange(padded, Long.BYTES, end), StandardCharsets.UTF_8), made);
        } catch (GeneralSecurityException | IllegalArgumentException broken) {
            return new Opened.Broken();
        }
    }
}
