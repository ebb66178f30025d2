package org.guichet.core.planning;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * When a person who waits can expect an appointment. Many futures are drawn from what was measured: how many of the
 * planned places come about, and how many of those before give up. The forecast is the span in which a share of the
 * futures ends; it is in whole weeks, since nothing finer is known. The same input gives the same forecast.
 */
public final class Forecast {
    private static final int FUTURES = 400;

    // Worth of a guess before there is a measurement: a few weeks at nine tenths, and one in fifty who gives up a week.
    private static final List<Double> GUESSED_YIELDS = List.of(0.75, 0.85, 0.95, 1.0);
    private static final double GUESSED_GONE = 0.5;
    private static final double GUESSED_WAITED = 25;

    private final List<Week> weeks;
    private final double[][] places;
    private final double[] giveUp;

    private Forecast(List<Week> weeks, double[][] places, double[] giveUp) {
        this.weeks = weeks;
        this.places = places;
        this.giveUp = giveUp;
    }

    /**
     * From the first day of one week to the last day of another; without an end where the plan is too short to tell.
     */
    public record Span(LocalDate from, Optional<LocalDate> until) {}

    /** The futures of a line; {@code weeks} are planned, one after the other. */
    public static Forecast of(List<Week> weeks, Experience experience, long seed) {
        var random = new SplittableRandom(seed);
        var places = new double[FUTURES][];
        var giveUp = new double[FUTURES];
        for (var future = 0; future < FUTURES; future++) {
            places[future] = new Yields(experience.yields(), GUESSED_YIELDS, random).along(weeks);
            giveUp[future] =
                    Gamma.draw(random, experience.gone() + GUESSED_GONE) / (experience.waited() + GUESSED_WAITED);
        }
        return new Forecast(List.copyOf(weeks), places, giveUp);
    }

    /**
     * The span in which the appointment of a request lies in {@code share} of the futures, 0 to 1; empty where none can
     * be told.
     *
     * @param ahead persons before it in the line
     * @param persons of the request itself
     */
    public Optional<Span> span(long ahead, int persons, double share) {
        var before = new int[weeks.size() + 1];
        for (var future = 0; future < FUTURES; future++) {
            var end = end(future, ahead, persons);
            if (end < weeks.size()) {
                before[end + 1]++;
            }
        }
        Arrays.parallelPrefix(before, Integer::sum);
        return shortest(before, (int) Math.ceil(share * FUTURES));
    }

    /**
     * The fewest weeks in which so many futures end; of several, those in which most do. {@code before} counts the
     * futures that end before a week.
     */
    private Optional<Span> shortest(int[] before, int wanted) {
        for (var length = 1; length <= weeks.size(); length++) {
            var best = -1;
            var most = wanted - 1;
            for (var from = 0; from + length <= weeks.size(); from++) {
                var held = before[from + length] - before[from];
                if (held > most) {
                    best = from;
                    most = held;
                }
            }
            if (best >= 0) {
                return Optional.of(new Span(
                        weeks.get(best).monday(),
                        Optional.of(weeks.get(best + length - 1).monday().plusDays(6))));
            }
        }
        return withoutEnd(before, wanted);
    }

    /** Too many futures end after the plan: the latest week from which on enough do. */
    private Optional<Span> withoutEnd(int[] before, int wanted) {
        for (var from = weeks.size() - 1; from >= 0; from--) {
            if (FUTURES - before[from] >= wanted && FUTURES - before[weeks.size()] < wanted) {
                return Optional.of(new Span(weeks.get(from).monday(), Optional.empty()));
            }
        }
        return Optional.empty();
    }

    /** The week in which the line has come so far; one more than there are where it has not. */
    private int end(int future, long ahead, int persons) {
        var before = (double) ahead;
        for (var week = 0; week < weeks.size(); week++) {
            var given = places[future][week];
            if (given >= before + persons) {
                return week;
            }
            before = Math.max(0, before - given) * Math.exp(-giveUp[future]);
        }
        return weeks.size();
    }
}
