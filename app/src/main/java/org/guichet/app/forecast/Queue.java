package org.guichet.app.forecast;

import java.util.Arrays;

/** A line, first to last: where each request stands, and how many persons are before it. Twelve bytes a request. */
final class Queue {
    private static final int FIRST_SIZE = 64;

    private long[] places = new long[FIRST_SIZE];
    private int[] personsBefore = new int[FIRST_SIZE + 1];
    private int size;

    /** The next in line. */
    void add(int cohort, int position, int persons) {
        if (size == places.length) {
            places = Arrays.copyOf(places, 2 * size);
            personsBefore = Arrays.copyOf(personsBefore, 2 * size + 1);
        }
        places[size] = place(cohort, position);
        personsBefore[size + 1] = personsBefore[size] + persons;
        size++;
    }

    /** How many requests are before this place, whether or not somebody stands in it. */
    int ahead(int cohort, int position) {
        var found = Arrays.binarySearch(places, 0, size, place(cohort, position));
        return found >= 0 ? found : -found - 1;
    }

    /** How many persons the first so many requests are. */
    int persons(int requests) {
        return personsBefore[requests];
    }

    private static long place(int cohort, int position) {
        return (long) cohort << Integer.SIZE | position;
    }
}
