package org.guichet.core.allot;

import java.util.ArrayList;
import java.util.List;

/**
 * How far each class is from a free place, at least: the <b>level</b> of a class is a lower bound on the number of
 * persons who must move, each into the class of the next, until the last finds a free place (distance labels, Ahuja and
 * Orlin 1991).
 *
 * <ul>
 *   <li>A class has level 0 exactly if it has a free place.
 *   <li>Whoever sits in a class of level k is content only with classes of level k - 1 or more.
 *   <li>So where no class has level k, all above are <b>dead</b>: full, and nobody in them can move out (the gap
 *   heuristic
 *       of Derigs and Meier 1989). Nobody enters them any more, hence what is dead stays dead.
 * </ul>
 */
final class Levels {
    static final int DEAD = Integer.MAX_VALUE;

    private final Stock stock;
    private final int[] level;
    private final List<ClassSet> at = new ArrayList<>();
    private final List<int[]> count = new ArrayList<>();
    private final ClassSet live;
    private final Log log = new Log();

    Levels(Stock stock) {
        this.stock = stock;
        level = new int[stock.classes()];
        live = new ClassSet(stock);
        for (var number = 0; number < level.length; number++) {
            level[number] = DEAD;
            if (stock.capacity(number) > 0) {
                enter(number, 0);
            }
        }
    }

    int of(int number) {
        return level[number];
    }

    /** The classes that are not dead. */
    ClassSet live() {
        return live;
    }

    ClassSet at(int height) {
        return at.get(height);
    }

    /** As many levels as were ever used: all classes that are not dead are below. */
    int top() {
        return at.size();
    }

    /** A class of the lowest level on which something suits; negative if all that suits is dead. */
    int lowest(Wish wish) {
        for (var classes : at) {
            var number = classes.first(wish);
            if (number >= 0) {
                return number;
            }
        }
        return ClassSet.NONE;
    }

    /** Hides a class from searches until it is lifted. */
    void leave(int number) {
        at.get(level[number]).remove(number);
    }

    /** Puts a class on a higher level, or among the dead. */
    void lift(int number, int height) {
        var old = level[number];
        leave(number);
        log.add(number, old);
        count.get(old)[0]--;
        live.remove(number);
        level[number] = DEAD;
        if (count.get(old)[0] == 0) {
            for (var above = old + 1; above < at.size(); above++) {
                bury(above);
            }
        } else if (height != DEAD) {
            enter(number, height);
        }
    }

    /** From here on every change can be undone. */
    void remember() {
        log.clear();
    }

    void undo() {
        log.undo((number, old) -> {
            if (level[number] != DEAD) {
                leave(number);
                count.get(level[number])[0]--;
            }
            enter(number, old);
        });
    }

    private void bury(int height) {
        for (var number : at.get(height).numbers()) {
            log.add(number, height);
            leave(number);
            live.remove(number);
            level[number] = DEAD;
        }
        count.get(height)[0] = 0;
    }

    private void enter(int number, int height) {
        while (at.size() <= height) {
            at.add(new ClassSet(stock));
            count.add(new int[1]);
        }
        at.get(height).add(number);
        count.get(height)[0]++;
        live.add(number);
        level[number] = height;
    }
}
