package org.guichet.simulate.rules;

/**
 * Chance with a memory for nothing: the answer depends on the seed and on what is asked about, never on what was
 * asked before. So the same persons live in every run, and every machine sees the same. The mixing is that of
 * SplitMix64.
 */
public record Dice(long seed) {
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;
    private static final int HUNDRED = 100;

    /** What is asked. */
    public enum About {
        VALUE(1),
        BOT_WINS(2),
        REBOOKED(3),
        CAUGHT(4),
        ARRIVALS(5),
        DAY(6),
        PERSONS(7),
        TOGETHER(8),
        CHANNEL(9),
        CENTRES(10),
        DAYS(11),
        STANDBY(12),
        FATE(13),
        HOUR(14),
        ONLINE(15),
        RACE(16),
        BEACON(17),
        LABEL(18);

        // Part of what the bits come from: never changed, never used twice.
        private final int number;

        About(int number) {
            this.number = number;
        }
    }

    /** 64 random bits about one thing, named by two numbers. */
    public long bits(About about, long one, long other) {
        return mix(mix(mix(seed + GOLDEN * about.number) + GOLDEN * one) + GOLDEN * other);
    }

    /** A number from zero to {@code bound - 1}. */
    public int below(int bound, About about, long one, long other) {
        return (int) Math.unsignedMultiplyHigh(bits(about, one, other), bound);
    }

    /** Happens in so many of a hundred cases. */
    public boolean happens(int percent, About about, long one, long other) {
        return percent >= HUNDRED || below(HUNDRED, about, one, other) < percent;
    }

    private static long mix(long bits) {
        var once = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        var twice = (once ^ (once >>> 27)) * 0x94d049bb133111ebL;
        return twice ^ (twice >>> 31);
    }
}
