package org.guichet.core.beacon;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.guichet.core.ledger.Hash;
import org.guichet.core.text.Fields;
import org.guichet.core.text.FormatException;

/**
 * What a site publishes of its rehearsal chain (docs/spec/draw.md). Whoever holds the secret knows every round
 * beforehand, so a rehearsal proves nothing, and everything drawn with it must be called a rehearsal.
 */
public record Rehearsal(String publicKey, Duration period, Instant genesis) {
    private static final String TYPE = "guichet.org/rehearsal@v1";
    private static final String BEACON_ID = "rehearsal";

    public Rehearsal {
        // The same conditions, checked where the chain is made.
        chain(publicKey, period, genesis);
    }

    /** The chain. Its hash names it a rehearsal, so that no key can make it another chain. */
    public Chain chain() {
        return chain(publicKey, period, genesis);
    }

    /** The canonical text. */
    public String text() {
        return """
                %s
                key %s
                period %s
                genesis %s
                """.formatted(TYPE, publicKey, period.toSeconds(), genesis);
    }

    public static Rehearsal parse(String text) throws FormatException {
        var fields = new Fields(text);
        if (!fields.line().equals(TYPE)) {
            throw new FormatException("the first line is not " + TYPE);
        }
        var key = fields.hex("key", 2 * Chain.PUBLIC_KEY_BYTES);
        var period = Duration.ofSeconds(fields.number("period"));
        var genesis = fields.instant("genesis");
        fields.end();
        if (!period.isPositive() || period.compareTo(Chain.PERIOD_MAX) > 0) {
            throw new FormatException("the period is not between 1 and " + Chain.PERIOD_MAX.toSeconds() + " seconds");
        }
        return new Rehearsal(key, period, genesis);
    }

    private static Chain chain(String publicKey, Duration period, Instant genesis) {
        var group = Hash.sha256((TYPE + "\n").getBytes(US_ASCII), HexFormat.of().parseHex(publicKey));
        return new Chain(BEACON_ID, publicKey, period, genesis, group);
    }
}
