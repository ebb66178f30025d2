package org.guichet.app.forecast;

import java.util.Arrays;
import java.util.Optional;

/** Requests, first to last: where each stands, what suits it, and when its turn is. Fourteen bytes a request. */
final class Queue {
    private static final int FIRST_SIZE = 64;

    private long[] places = new long[FIRST_SIZE];
    private float[] turns = new float[FIRST_SIZE];
    private short[] marks = new short[FIRST_SIZE];
    private int size;

    /** The next. */
    void add(int cohort, int position, short mark, float turn) {
        if (size == places.length) {
            places = Arrays.copyOf(places, 2 * size);
            turns = Arrays.copyOf(turns, 2 * size);
            marks = Arrays.copyOf(marks, 2 * size);
        }
        places[size] = place(cohort, position);
        turns[size] = turn;
        marks[size] = mark;
        size++;
    }

    /** How many are before this place, whether or not somebody stands in it. */
    int ahead(int cohort, int position) {
        var found = find(cohort, position);
        return found >= 0 ? found : -found - 1;
    }

    /** When the turn is of who stands in this place and wishes what was wished when the line was read. */
    Optional<Float> turn(int cohort, int position, short mark) {
        var found = find(cohort, position);
        return found >= 0 && marks[found] == mark ? Optional.of(turns[found]) : Optional.empty();
    }

    private int find(int cohort, int position) {
        return Arrays.binarySearch(places, 0, size, place(cohort, position));
    }

    private static long place(int cohort, int position) {
        return (long) cohort << Integer.SIZE | position;
    }
}
