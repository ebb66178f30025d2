package org.guichet.core.planning;

import java.util.SplittableRandom;

/** Numbers of a gamma distribution with scale 1 (Marsaglia and Tsang, ACM TOMS 26, 2000). */
final class Gamma {
    private Gamma() {}

    static double draw(SplittableRandom random, double shape) {
        if (shape < 1) {
            return draw(random, shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        var d = shape - 1.0 / 3;
        var c = 1 / Math.sqrt(9 * d);
        while (true) {
            var normal = random.nextGaussian();
            var v = Math.pow(1 + c * normal, 3);
            if (v > 0 && Math.log(1 - random.nextDouble()) < normal * normal / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
