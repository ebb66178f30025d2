package org.guichet.core.planning;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * When a person who waits can expect an appointment: in each of many futures those before take the places that suit the
 * person too, or give up, until it is the person's turn. The forecast is the span in which a share of the futures ends;
 * it is in whole weeks, since nothing finer is known.
 */
public final class Forecast {
    private final List<Week> weeks;
    private final int[][] reached;

    Forecast(List<Week> weeks, int[][] reached) {
        this.weeks = List.copyOf(weeks);
        this.reached = reached;
    }

    /**
     * From the first day of one week to the last day of another; without an end where the plan is too short to tell.
     */
    public record Span(LocalDate from, Optional<LocalDate> until) {}

    /** How many futures end before each week: what every span of one request is read from. */
    public final class Ends {
        private final int[] before;

        private Ends(int[] before) {
            this.before = before;
        }

        /** The span in which a share of the futures ends, 0 to 1; empty where none can be told. */
        public Optional<Span> span(double share) {
            return shortest(before, (int) Math.ceil(share * Futures.COUNT));
        }
    }

    /** Where the futures of a request end that has so many persons ahead who take such places. */
    public Ends ends(long ahead) {
        var before = new int[weeks.size() + 1];
        for (var future : reached) {
            var end = end(future, ahead);
            if (end < weeks.size()) {
                before[end + 1]++;
            }
        }
        for (var week = 0; week < weeks.size(); week++) {
            before[week + 1] += before[week];
        }
        return new Ends(before);
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
            if (Futures.COUNT - before[from] >= wanted && Futures.COUNT - before[weeks.size()] < wanted) {
                return Optional.of(new Span(weeks.get(from).monday(), Optional.empty()));
            }
        }
        return Optional.empty();
    }

    /** The week in which the line has come so far; one more than there are where it has not. */
    private static int end(int[] reached, long ahead) {
        var low = 0;
        var high = reached.length;
        while (low < high) {
            var middle = (low + high) >>> 1;
            if (reached[middle] < ahead) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
