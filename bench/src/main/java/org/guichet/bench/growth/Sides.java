package org.guichet.bench.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.function.ObjIntConsumer;
import org.guichet.bench.measure.Pair;
import org.guichet.bench.measure.Rounds;

/**
 * The same done at both services, alternately, so that whatever else the machine does is the same for both: the first
 * where there are many others, the second where there are few.
 */
record Sides(Acts many, Acts few) {
    private static final double NANOS_A_MILLI = 1e6;

    /** Each time it is another person: from the first on, so many in each round. */
    record Persons(int first, int times) {}

    /** The medians of each round, in milliseconds; the first round is not counted. */
    Rounds measure(int rounds, Persons persons, ObjIntConsumer<Acts> act) {
        var pairs = new ArrayList<Pair>();
        for (int round = 0; round <= rounds; round++) {
            var pair = medians(persons.times, persons.first + round * persons.times, act);
            if (round > 0) {
                pairs.add(pair);
            }
        }
        return new Rounds(pairs);
    }

    /** Once, in milliseconds. */
    Pair once(int person, ObjIntConsumer<Acts> act) {
        return new Pair(millis(many, person, act), millis(few, person, act));
    }

    private Pair medians(int times, int firstPerson, ObjIntConsumer<Acts> act) {
        var withMany = new double[times];
        var withFew = new double[times];
        for (int i = 0; i < times; i++) {
            var person = firstPerson + i;
            if (i % 2 == 0) {
                withMany[i] = millis(many, person, act);
            }
            withFew[i] = millis(few, person, act);
            if (i % 2 != 0) {
                withMany[i] = millis(many, person, act);
            }
        }
        return new Pair(median(withMany), median(withFew));
    }

    private static double millis(Acts acts, int person, ObjIntConsumer<Acts> act) {
        var start = System.nanoTime();
        act.accept(acts, person);
        return (System.nanoTime() - start) / NANOS_A_MILLI;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
