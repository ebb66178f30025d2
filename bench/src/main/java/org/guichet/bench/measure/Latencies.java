package org.guichet.bench.measure;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** How many milliseconds each of many pieces of work took. */
public final class Latencies {
    private static final double MIDDLE = 0.5;
    private static final double MOST = 0.99;

    private final double[] sorted;

    public Latencies(DoubleStream millis) {
        this.sorted = millis.sorted().toArray();
    }

    public Latencies(double[] millis) {
        this(Arrays.stream(millis));
    }

    public int count() {
        return sorted.length;
    }

    public double median() {
        return at(MIDDLE);
    }

    /** 99 of 100 took no longer. */
    public double most() {
        return at(MOST);
    }

    public double slowest() {
        return sorted[sorted.length - 1];
    }

    private double at(double share) {
        return sorted[(int) (sorted.length * share)];
    }
}
