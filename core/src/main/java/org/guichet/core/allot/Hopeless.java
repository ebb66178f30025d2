package org.guichet.core.allot;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Blocks for which no room could be made. Whoever comes later only takes more, so what was impossible once is
 * impossible for the rest of the run and is not tried again. This saves time and changes no result.
 */
final class Hopeless {
    private record Part(int centre, int day) {}

    private record Tried(Wish range, int persons) {}

    private final int[] simultaneous;
    private final int[] adjacent;
    private final Map<Part, Tried> sameDay = new HashMap<>();

    Hopeless(Stock stock) {
        simultaneous = new int[stock.classes()];
        adjacent = new int[stock.places().size()];
        Arrays.fill(simultaneous, Turn.PERSONS_MAX + 1);
        Arrays.fill(adjacent, Turn.PERSONS_MAX + 1);
    }

    boolean simultaneous(int number, int persons) {
        return persons >= simultaneous[number];
    }

    void noSimultaneous(int number, int persons) {
        simultaneous[number] = persons;
    }

    boolean adjacent(int place, int persons) {
        return persons >= adjacent[place];
    }

    void noAdjacent(int place, int persons) {
        adjacent[place] = persons;
    }

    boolean sameDay(int centre, int day, Wish range, int persons) {
        var tried = sameDay.get(new Part(centre, day));
        return tried != null && persons >= tried.persons && range.isWithin(tried.range);
    }

    void noSameDay(int centre, int day, Wish range, int persons) {
        sameDay.put(new Part(centre, day), new Tried(range, persons));
    }
}
