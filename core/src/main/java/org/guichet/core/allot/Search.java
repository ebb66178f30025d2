package org.guichet.core.allot;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;

/**
 * Makes room for newcomers by moving sitters within their ranges: the shortest augmenting paths of matching theory,
 * found along falling {@link Levels}. It finds room whenever there is any. One who finds none leaves no trace but
 * higher levels, and those hold for ever.
 */
final class Search {
    private static final int NONE = -1;

    private final Stock stock;
    private final Seating seating;
    private final Levels levels;
    private final int[] arc;
    private int[] path = new int[64];
    private int[] leaving = new int[64];
    private int length;

    Search(Stock stock, Seating seating, Levels levels) {
        this.stock = stock;
        this.seating = seating;
        this.levels = levels;
        arc = new int[stock.classes()];
    }

    /** Seats one newcomer for each range, or nobody. */
    boolean seat(List<Wish> ranges) {
        var before = seating.sitters();
        var seated = seatSome(ranges);
        if (seated < ranges.size()) {
            undo(before, seated);
        }
        return seated == ranges.size();
    }

    /**
     * Why there is no room for all of them: classes that are full once some are seated, that those who sit there cannot
     * leave, and that the next one needs (the set of Hall's theorem).
     */
    ClassSet wall(List<Wish> ranges) {
        var before = seating.sitters();
        var seated = seatSome(ranges);
        var wall = reach(ranges.get(seated));
        undo(before, seated);
        return wall;
    }

    /** How many were seated, one after the other, until there was no room. */
    private int seatSome(List<Wish> ranges) {
        for (var i = 0; i < ranges.size(); i++) {
            if (!find(ranges.get(i))) {
                return i;
            }
            // What the first one learned before anybody moved is true whatever becomes of the others.
            if (i == 0) {
                seating.remember();
                levels.remember();
            }
            take(seating.newcomer(ranges.get(i)));
        }
        return ranges.size();
    }

    private void undo(int before, int seated) {
        if (seated > 0) {
            seating.undo(before);
            levels.undo();
            Arrays.fill(arc, 0);
        }
    }

    /** All classes of a range, and wherever those who sit there could be moved, and so on. */
    private ClassSet reach(Wish range) {
        var reached = new ClassSet(stock);
        var rest = ClassSet.all(stock);
        var todo = new ArrayDeque<Integer>();
        for (var number : rest.in(range)) {
            rest.remove(number);
            todo.add(number);
        }
        while (!todo.isEmpty()) {
            var number = todo.remove();
            reached.add(number);
            for (var index = 0; index < seating.taken(number); index++) {
                var chair = seating.chair(number, index);
                for (var next = seating.first(chair, rest); next >= 0; next = seating.first(chair, rest)) {
                    rest.remove(next);
                    todo.add(next);
                }
            }
        }
        return reached;
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
        push(levels.lowest(range), NONE);
        return true;
    }

    /**
     * Goes on to a class one level below, that somebody here could move to. Who was asked in vain is not asked again
     * before the class is lifted: the levels below only rise, and whoever took a chair meanwhile came from a level
     * above and can go no lower than here (the current arc of Ahuja and Orlin).
     */
    private boolean advance(int number, int height) {
        var below = levels.at(height - 1);
        for (; arc[number] < seating.taken(number); arc[number]++) {
            var chair = seating.chair(number, arc[number]);
            var to = seating.first(chair, below);
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

    /**
     * Nobody here can move one level down: the class is as far as the nearest class that somebody can move to, and one.
     */
    private void lift(int number) {
        var height = levels.of(number);
        if (height == Levels.DEAD) {
            return;
        }
        levels.leave(number);
        levels.lift(number, aboveNearest(number, height));
        arc[number] = 0;
    }

    private int aboveNearest(int number, int height) {
        for (var above = height; above < levels.top(); above++) {
            for (var index = 0; index < seating.taken(number); index++) {
                if (seating.first(seating.chair(number, index), levels.at(above)) >= 0) {
                    return above + 1;
                }
            }
        }
        return Levels.DEAD;
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
