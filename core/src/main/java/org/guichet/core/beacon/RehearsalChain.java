package org.guichet.core.beacon;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import supranational.blst.SecretKey;

/**
 * A beacon for demonstrations and tests: the scheme of quicknet with a secret of our own, which signs any round at
 * any time. It proves nothing, since its holder chooses the outcome: everything drawn with it must be labelled a
 * rehearsal.
 */
public final class RehearsalChain {
    public static final int SEED_BYTES = 32;
    public static final Duration PERIOD = Duration.ofSeconds(3);
    /** Before any window a demonstration plays in. */
    public static final Instant GENESIS = Instant.parse("2020-01-01T00:00:00Z");

    private final SecretKey secret;
    private final Rehearsal rehearsal;

    private RehearsalChain(SecretKey secret) {
        this.secret = secret;
        rehearsal = new Rehearsal(HexFormat.of().formatHex(Bls.publicKey(secret)), PERIOD, GENESIS);
    }

    /** The chain whose secret comes from this seed: the same seed, the same chain. */
    public static RehearsalChain from(byte[] seed) {
        if (seed.length != SEED_BYTES) {
            throw new IllegalArgumentException("The seed of a rehearsal is 32 bytes");
        }
        var secret = new SecretKey();
        secret.keygen(seed);
        return new RehearsalChain(secret);
    }

    /** What may be published. */
    public Rehearsal rehearsal() {
        return rehearsal;
    }

    public Chain chain() {
        return rehearsal.chain();
    }

    /** The round, signed. */
    public Round round(long number) {
        return Round.of(number, Bls.sign(secret, Round.message(number)));
    }
}
