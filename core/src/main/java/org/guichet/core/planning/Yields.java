package org.guichet.core.planning;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which share of the planned places comes about in one future: past weeks are drawn again, with their mean unsure. */
record Yields(List<Double> measured, List<Double> guessed, SplittableRandom random) {
    double[] along(int weeks) {
        var seen = Stream.concat(
                        measured.stream(), measured.size() < guessed.size() ? guessed.stream() : Stream.<Double>empty())
                .mapToDouble(Double::doubleValue)
                .toArray();
        // A few weeks do not tell the mean: each future has weeks of its own to draw from.
        var own = new double[seen.length];
        for (var i = 0; i < own.length; i++) {
            own[i] = seen[random.nextInt(seen.length)];
        }
        return IntStream.range(0, weeks)
                .mapToDouble(_ -> own[random.nextInt(own.length)])
                .toArray();
    }
}
