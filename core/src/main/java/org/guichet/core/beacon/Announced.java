package org.guichet.core.beacon;

import java.time.Duration;
import java.time.Instant;

/**
 * The rounds that were announced to decide a draw (docs/spec/draw.md): {@code round}, and {@code fallback} in its place
 * if it cannot be had in the day between. There is no third.
 */
public record Announced(long round, long fallback) {
    /** How long the announced round is waited for. */
    public static final Duration PATIENCE = Duration.ofHours(24);

    public Announced {
        if (round < 1 || fallback <= round || fallback > Chain.ROUND_MAX) {
            throw new IllegalArgumentException("The fallback is a later round, and rounds count from 1");
        }
    }

    /** The first round known at this instant or later, and its fallback. */
    public static Announced from(Chain chain, Instant instant) {
        var round = chain.firstRoundFrom(instant);
        return new Announced(round, fallback(chain, round));
    }

    /** Whether the fallback is the one that the rule gives, so that nobody chose it. */
    public boolean isByTheRule(Chain chain) {
        return fallback == fallback(chain, round);
    }

    public boolean mayDecide(long number) {
        return number == round || number == fallback;
    }

    private static long fallback(Chain chain, long round) {
        return chain.firstRoundFrom(chain.timeOf(round).plus(PATIENCE));
    }
}
