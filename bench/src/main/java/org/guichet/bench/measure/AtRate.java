package org.guichet.bench.measure;

/** How long answers took at a fixed rate, shortest first, and what as many of the yardstick took. */
public record AtRate(double rate, Sorted answers, Sorted yardstick) {
    /** The part of the fastest rate at which people are still to be answered soon. */
    public static final double SHARE = 0.8;

    private static final double MIDDLE = 0.5;
    private static final double MOST = 0.99;

    /** Milliseconds, shortest first. */
    public static final class Sorted {
        private final double[] millis;

        public Sorted(double[] millis) {
            this.millis = millis;
        }

        private double at(double share) {
            return millis[(int) (millis.length * share)];
        }
    }

    public Row row(String name) {
        return Row.measured(name, "ms", new Pair(answers.at(MOST), yardstick.at(MOST)))
                .with("count", answers.millis.length)
                .with("rate", rate)
                .with("median", answers.at(MIDDLE))
                .with("slowest", answers.millis[answers.millis.length - 1]);
    }
}
