package org.guichet.core.planning;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** How many of the planned places come about in one future: past weeks are drawn again, with their mean unsure. */
record Yields(List<Double> measured, List<Double> guessed, SplittableRandom random) {
    double[] along(List<Week> weeks) {
        var seen = Stream.concat(
                        measured.stream(), measured.size() < guessed.size() ? guessed.stream() : Stream.<Double>empty())
                .mapToDouble(Double::doubleValue)
                .toArray();
        // A few weeks do not tell the mean: each future has weeks of its own to draw from.
        var own = new double[seen.length];
        for (var i = 0; i < own.length; i++) {
            own[i] = seen[random.nextInt(seen.length)];
        }
        return weeks.stream()
                .mapToDouble(week -> week.places() * own[random.nextInt(own.length)])
                .toArray();
    }
}
