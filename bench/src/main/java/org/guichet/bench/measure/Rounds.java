package org.guichet.bench.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleSupplier;

/** Several rounds of a thing and its yardstick, one right after the other, since what else the machine does changes. */
public record Rounds(List<Pair> pairs) {
    private static final double NANOS = 1e9;
    private static final double THOUSANDTHS = 1000;

    /** As many rounds after one that is not counted; every second one begins with the yardstick. */
    public static Rounds of(int count, DoubleSupplier value, DoubleSupplier yardstick) {
        var pairs = new ArrayList<Pair>();
        for (int round = 0; round <= count; round++) {
            var pair = round % 2 == 0 ? valueFirst(value, yardstick) : yardstickFirst(value, yardstick);
            if (round > 0) {
                pairs.add(pair);
            }
        }
        return new Rounds(pairs);
    }

    /** The round whose ratio lies in the middle: its figures stand for all. */
    public Pair middle() {
        return pairs.stream()
                .sorted(Comparator.comparingDouble(Pair::ratio))
                .toList()
                .get(pairs.size() / 2);
    }

    public List<Double> ratios() {
        return pairs.stream()
                .map(it -> Math.round(it.ratio() * THOUSANDTHS) / THOUSANDTHS)
                .toList();
    }

    /** How many seconds the work takes. */
    public static double seconds(Runnable work) {
        var start = System.nanoTime();
        work.run();
        return secondsSince(start);
    }

    public static double secondsSince(long start) {
        return (System.nanoTime() - start) / NANOS;
    }

    private static Pair valueFirst(DoubleSupplier value, DoubleSupplier yardstick) {
        var first = value.getAsDouble();
        return new Pair(first, yardstick.getAsDouble());
    }

    private static Pair yardstickFirst(DoubleSupplier value, DoubleSupplier yardstick) {
        var first = yardstick.getAsDouble();
        return new Pair(value.getAsDouble(), first);
    }
}
