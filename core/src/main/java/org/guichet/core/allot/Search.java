package org.guichet.core.allot;

import java.util.Arrays;
import java.util.List;

/**
 * Makes room for newcomers by moving sitters within their ranges: the shortest augmenting paths of matching theory,
 * found along falling {@link Levels}. It finds room whenever there is any. One who finds none leaves no trace but higher
 * levels, and those hold for ever.
 */
final class Search {
    private static final int NONE = -1;

    private final Seating seating;
    private final Levels levels;
    private int[] path = new int[64];
    private int[] leaving = new int[64];
    private int length;

    Search(Seating seating, Levels levels) {
        this.seating = seating;
        this.levels = levels;
    }

    /** Seats one newcomer for each range, or nobody. */
    boolean seat(List<Wish> ranges) {
        var before = seating.sitters();
        for (var i = 0; i < ranges.size(); i++) {
            if (!find(ranges.get(i))) {
                if (i > 0) {
                    seating.undo(before);
                    levels.undo();
                }
                return false;
            }
            // What the first one learned before anybody moved is true whatever becomes of the others.
            if (i == 0) {
                seating.remember();
                levels.remember();
            }
            take(seating.newcomer(ranges.get(i)));
        }
        return true;
    }

    /** The class that the last newcomer was seated in. */
    int entered() {
        return path[0];
    }

    /** Looks for a path from a range to a free place; changes levels only. */
    private boolean find(Wish range) {
        length = 0;
        while (true) {
            if (length == 0 && !start(range)) {
                return false;
            }
            var number = path[length - 1];
            var height = levels.of(number);
            if (height == 0) {
                return true;
            }
            if (height == Levels.DEAD || !advance(number, height)) {
                length--;
                lift(number);
            }
        }
    }

    private boolean start(Wish range) {
        if (!levels.live().intersects(range)) {
            return false;
        }
        push(levels.at(levels.lowest(range, 0)).first(range), NONE);
        return true;
    }

    /** Goes on to a class one level below, that somebody here could move to. */
    private boolean advance(int number, int height) {
        var below = levels.at(height - 1);
        for (var index = 0; index < seating.taken(number); index++) {
            var chair = seating.chair(number, index);
            var to = below.first(seating.range(chair));
            if (to >= 0) {
                leaving[length - 1] = chair;
                push(to, NONE);
                return true;
            }
        }
        return false;
    }

    private void push(int number, int chair) {
        if (length == path.length) {
            path = Arrays.copyOf(path, 2 * length);
            leaving = Arrays.copyOf(leaving, 2 * length);
        }
        path[length] = number;
        leaving[length] = chair;
        length++;
    }

    /** Nobody here can move one level down: the class is as far as the nearest class that somebody can move to, and one. */
    private void lift(int number) {
        var height = levels.of(number);
        if (height == Levels.DEAD) {
            return;
        }
        levels.leave(number);
        var nearest = Levels.DEAD;
        for (var index = 0; index < seating.taken(number); index++) {
            nearest = Math.min(nearest, levels.lowest(seating.range(seating.chair(number, index)), height));
        }
        levels.lift(number, nearest == Levels.DEAD ? Levels.DEAD : nearest + 1);
    }

    /** The newcomer sits at the beginning of the path found, and everybody along it moves by one. */
    private void take(int newcomer) {
        var who = newcomer;
        for (var i = 0; i < length - 1; i++) {
            who = seating.replace(leaving[i], who);
        }
        var last = path[length - 1];
        seating.sit(last, who);
        if (seating.isFull(last)) {
            levels.lift(last, 1);
        }
    }
}
