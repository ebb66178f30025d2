package org.guichet.bench.measure;

/** How long answers took at a fixed rate, and what as many of the yardstick took. */
public record AtRate(double rate, Latencies answers, Latencies yardstick) {
    /** The part of the fastest rate at which people are still to be answered soon. */
    public static final double SHARE = 0.8;

    public Row row(String name) {
        return Row.measured(name, "ms", new Pair(answers.most(), yardstick.most()))
                .with("count", answers.count())
                .with("rate", rate)
                .with("median", answers.median())
                .with("slowest", answers.slowest());
    }
}
