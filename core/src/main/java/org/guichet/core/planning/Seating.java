package org.guichet.core.planning;

import java.util.Arrays;

/**
 * A line that takes what is planned, one after the other, each the earliest of the kinds of places that suit: so it is
 * known who stands in whose way, before anybody knows how many places come about. A kind is what is alike to everybody,
 * such as a centre and a half day of the week. After the plan each kind goes on as it was on average.
 */
public final class Seating {
    /** The turn of whom no place suits. */
    public static final float NEVER = Float.POSITIVE_INFINITY;

    // What is calculated twice is not the same twice.
    private static final double NEXT_TO_NOTHING = 0.01;

    private final Kind[] kinds;
    private final int[] taken;

    /** How many places of each kind are planned in each week. */
    public Seating(int[][] planned) {
        kinds = new Kind[planned.length];
        taken = new int[planned.length];
        for (var kind = 0; kind < planned.length; kind++) {
            kinds[kind] = new Kind(planned[kind], (kind + 0.5f) / planned.length);
        }
    }

    /**
     * When each planned place has its turn, in weeks and parts of weeks. The places of a week follow one another at
     * even distances, and no two kinds begin at the same instant: so a line that takes anything takes from all kinds
     * by turns, and of two places one is always before the other.
     */
    private static final class Kind {
        private final int weeks;
        private final float beginning;
        private final float[] turns;

        Kind(int[] planned, float beginning) {
            this.weeks = planned.length;
            this.beginning = beginning;
            this.turns = new float[Arrays.stream(planned).sum()];
            var next = 0;
            for (var week = 0; week < weeks; week++) {
                for (var place = 0; place < planned[week]; place++) {
                    turns[next++] = week + (place + beginning) / planned[week];
                }
            }
        }

        float turn(int place) {
            if (turns.length == 0) {
                return NEVER;
            }
            return place < turns.length
                    ? turns[place]
                    : weeks + (place - turns.length + beginning) * weeks / turns.length;
        }

        long before(float turn) {
            if (turn < weeks || turns.length == 0) {
                var found = Arrays.binarySearch(turns, turn);
                return found >= 0 ? found : -found - 1;
            }
            var after = (double) (turn - weeks) * turns.length / weeks - beginning;
            return turns.length + Math.max(0, (long) Math.ceil(after - NEXT_TO_NOTHING));
        }
    }

    /** Seats the next in line, all its persons in one kind; when its turn is, in weeks and parts of weeks. */
    public float seat(int[] suit, int persons) {
        var kind = earliest(suit, persons);
        if (kind < 0) {
            return NEVER;
        }
        taken[kind] += persons;
        return kinds[kind].turn(taken[kind] - persons);
    }

    /** When the turn of the next in line would be; nobody is seated. */
    public float next(int[] suit, int persons) {
        var kind = earliest(suit, persons);
        return kind < 0 ? NEVER : kinds[kind].turn(taken[kind]);
    }

    /** How many places of these kinds are before a turn: those before take them. */
    public long before(int[] suit, float turn) {
        return Arrays.stream(suit).mapToLong(it -> kinds[it].before(turn)).sum();
    }

    private int earliest(int[] suit, int persons) {
        var best = -1;
        var earliest = NEVER;
        for (var kind : suit) {
            var turn = kinds[kind].turn(taken[kind] + persons - 1);
            if (turn < earliest) {
                best = kind;
                earliest = turn;
            }
        }
        return best;
    }
}
