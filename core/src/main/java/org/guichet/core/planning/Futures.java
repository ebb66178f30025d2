package org.guichet.core.planning;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Many futures of a line, drawn from what was measured: which share of the planned places comes about each week, and
 * how many of those who wait give up. The same input gives the same futures.
 */
public final class Futures {
    static final int COUNT = 400;

    // Worth of a guess before there is a measurement: a few weeks at nine tenths, and one in fifty who gives up a week.
    private static final List<Double> GUESSED_YIELDS = List.of(0.75, 0.85, 0.95, 1.0);
    private static final double GUESSED_GONE = 0.5;
    private static final double GUESSED_WAITED = 25;

    // Of whoever is less than half a person nobody is left.
    private static final double HALF_A_PERSON = 0.5;

    private final double[][] yields;
    private final double[][] luck;
    private final double[] staying;

    private Futures(double[][] yields, double[][] luck, double[] staying) {
        this.yields = yields;
        this.luck = luck;
        this.staying = staying;
    }

    /** For so many weeks, one after the other. */
    public static Futures of(int weeks, Experience experience, long seed) {
        var random = new SplittableRandom(seed);
        var yields = new double[COUNT][];
        var luck = new double[COUNT][];
        var staying = new double[COUNT];
        for (var future = 0; future < COUNT; future++) {
            yields[future] = new Yields(experience.yields(), GUESSED_YIELDS, random).along(weeks);
            luck[future] = random.doubles(weeks).toArray();
            staying[future] = Math.exp(
                    -Gamma.draw(random, experience.gone() + GUESSED_GONE) / (experience.waited() + GUESSED_WAITED));
        }
        return new Futures(yields, luck, staying);
    }

    /** What so many who come together can be told where this is planned, in as many weeks or fewer. */
    public Forecast along(List<Week> weeks, int persons) {
        return new Forecast(
                weeks,
                IntStream.range(0, COUNT)
                        .mapToObj(future -> reached(future, weeks, persons))
                        .toArray(int[][]::new));
    }

    /**
     * How many can be ahead of those who have their turn by each week, -1 where nobody has. Of those ahead each week
     * some are served and of the others a share stays; so who is served later counts for more of those ahead today.
     */
    private int[] reached(int future, List<Week> weeks, int persons) {
        var reached = new int[weeks.size()];
        var last = -1;
        var served = 0.0;
        var today = 1.0;
        for (var week = 0; week < reached.length; week++) {
            var given = given(future, week, weeks.get(week).places());
            if (given >= persons) {
                last = Math.max(last, (int) (served + (given - persons + HALF_A_PERSON) * today));
            }
            reached[week] = last;
            served += given * today;
            today /= staying[future];
        }
        return reached;
    }

    /** How many of so many planned places come about. A place does or does not, however few there are. */
    private int given(int future, int week, int planned) {
        return (int) (planned * yields[future][week] + luck[future][week]);
    }
}
