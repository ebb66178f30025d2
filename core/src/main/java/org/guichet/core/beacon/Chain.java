package org.guichet.core.beacon;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.guichet.core.ledger.Hash;
import org.guichet.core.text.Canonical;

/**
 * A drand chain of scheme {@value #SCHEME}: its key, and the instants of its rounds. (Specification of drand: period
 * and genesis in whole seconds; the chain hash covers every component.)
 *
 * @param publicKey a compressed point of G2, 192 lower-case hexadecimal digits
 */
public record Chain(String beaconId, String publicKey, Duration period, Instant genesis, Hash groupHash) {
    /** The one scheme accepted. The retired bls-unchained-on-g1 differs in its domain separation and is refused. */
    public static final String SCHEME = "bls-unchained-g1-rfc9380";

    public static final int PUBLIC_KEY_BYTES = 96;
    public static final Duration PERIOD_MAX = Duration.ofHours(1);
    /** No round has a greater number: at one round a second this is in 30,000 years. */
    public static final long ROUND_MAX = Canonical.NUMBER_MAX;

    /** The League of Entropy's chain that decides real draws; pinned, never read from a relay. */
    public static final Chain QUICKNET = new Chain(
            "quicknet",
            "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c"
                    + "8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb"
                    + "5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a",
            Duration.ofSeconds(3),
            Instant.ofEpochSecond(1_692_803_367),
            Hash.of("f477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e"));

    private static final String UNNAMED = "default";

    public Chain {
        if (!Canonical.isHex(publicKey, 2 * PUBLIC_KEY_BYTES)) {
            throw new IllegalArgumentException("The key of a chain is 192 lower-case hexadecimal digits");
        }
        if (!period.isPositive() || period.toNanosPart() != 0 || period.compareTo(PERIOD_MAX) > 0) {
            throw new IllegalArgumentException("A period is a whole number of seconds, at most an hour");
        }
        if (!Canonical.isWhole(genesis)) {
            throw new IllegalArgumentException("A chain begins at a whole second of the years 0 to 9999");
        }
    }

    /** The name by which relays and the ledger know this chain. */
    public Hash hash() {
        var times = ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                .putInt((int) period.toSeconds())
                .putLong(genesis.getEpochSecond());
        var name = beaconId.equals(UNNAMED) ? "" : beaconId;
        return Hash.sha256(times.array(), publicKeyBytes(), groupHash.bytes(), name.getBytes(StandardCharsets.UTF_8));
    }

    /** When this round becomes known. */
    public Instant timeOf(long round) {
        if (round < 1 || round > ROUND_MAX) {
            throw new IllegalArgumentException("Rounds are numbered from 1 to " + ROUND_MAX);
        }
        return instantOf(round);
    }

    /** The latest round known at this instant; 0 before the first. */
    public long roundAt(Instant instant) {
        return instant.isBefore(genesis)
                ? 0
                : Duration.between(genesis, instant).dividedBy(period) + 1;
    }

    /** The first round that becomes known at this instant or later; it may be greater than {@link #ROUND_MAX}. */
    public long firstRoundFrom(Instant instant) {
        var round = roundAt(instant);
        return round > 0 && instantOf(round).equals(instant) ? round : round + 1;
    }

    private Instant instantOf(long round) {
        return genesis.plus(period.multipliedBy(round - 1));
    }

    byte[] publicKeyBytes() {
        return HexFormat.of().parseHex(publicKey);
    }
}
