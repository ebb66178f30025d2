package org.guichet.core.allot;

import java.util.Arrays;

/**
 * Who sits in which class. A <b>sitter</b> is one person with a <b>range</b>: the classes among which the person may
 * still be moved. A range never changes and never is left. Sitters are numbered in the order in which they came.
 */
final class Seating {
    private static final int EMPTY = -1;

    private final Stock stock;
    private final Ranges ranges;
    private final int[] taken;
    private final int[] sitter;
    private final Log log = new Log();

    Seating(Stock stock) {
        this.stock = stock;
        ranges = new Ranges(stock);
        taken = new int[stock.classes()];
        sitter = new int[stock.places().size()];
        Arrays.fill(sitter, EMPTY);
    }

    /** How many sit in a class. */
    int taken(int number) {
        return taken[number];
    }

    boolean isFull(int number) {
        return taken[number] == stock.capacity(number);
    }

    /** A chair of a class; the chairs below {@link #taken} are taken. */
    int chair(int number, int index) {
        return stock.first(number) + index;
    }

    /** Who sits in a class, in the order in which they came to their first one. */
    int[] in(int number) {
        var here = Arrays.copyOfRange(sitter, stock.first(number), stock.first(number) + taken[number]);
        Arrays.sort(here);
        return here;
    }

    /** The first of these classes that who sits here may be moved to, or {@link ClassSet#NONE}. */
    int first(int chair, ClassSet classes) {
        return ranges.first(sitter[chair], classes);
    }

    /** How many sitters there are; the next one gets this number. */
    int sitters() {
        return ranges.size();
    }

    int newcomer(Wish range) {
        ranges.add(range);
        return ranges.size() - 1;
    }

    /** Gives a taken chair to somebody else, and says who sat there. */
    int replace(int chair, int who) {
        var before = sitter[chair];
        log.add(chair, before);
        sitter[chair] = who;
        return before;
    }

    /** Gives somebody the next free chair of a class. */
    void sit(int number, int who) {
        replace(chair(number, taken[number]), who);
        taken[number]++;
    }

    /** From here on every change can be undone. */
    void remember() {
        log.clear();
    }

    /** Undoes all since, and forgets whoever came later than the first {@code sitters}. */
    void undo(int sitters) {
        log.undo((chair, before) -> {
            sitter[chair] = before;
            if (before == EMPTY) {
                taken[stock.classOf(chair)]--;
            }
        });
        ranges.shrink(sitters);
    }
}
