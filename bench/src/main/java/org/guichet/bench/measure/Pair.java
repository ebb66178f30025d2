package org.guichet.bench.measure;

/** What one round measured, and what its yardstick came to. */
public record Pair(double value, double yardstick) {
    /** Without anything to compare with there is no ratio, and 0 stands for it. */
    public double ratio() {
        return yardstick == 0 ? 0 : value / yardstick;
    }
}
