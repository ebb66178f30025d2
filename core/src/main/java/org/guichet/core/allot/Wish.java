package org.guichet.core.allot;

import java.util.Arrays;

/** What suits somebody: these centres at these times. Centres and times are numbered by the {@link Stock} it is for. */
public final class Wish {
    final int[] centres;
    final Times times;

    /** The centres ascending and each once. */
    Wish(int[] centres, Times times) {
        this.centres = centres;
        this.times = times;
    }

    public boolean includes(int centre, int moment) {
        return Arrays.binarySearch(centres, centre) >= 0 && times.has(moment);
    }

    /** How many centres suit. */
    public int centres() {
        return centres.length;
    }

    /** The number of the centre at this place of the list. */
    public int centre(int index) {
        return centres[index];
    }

    public Times times() {
        return times;
    }

    /** What of it is in one centre and among these times. */
    Wish within(int centre, Times some) {
        return new Wish(new int[] {centre}, times.and(some));
    }

    /** Whether everything that suits here suits there too. */
    boolean isWithin(Wish other) {
        if (times.isEmpty()) {
            return true;
        }
        for (var centre : centres) {
            if (Arrays.binarySearch(other.centres, centre) < 0) {
                return false;
            }
        }
        return times.isWithin(other.times);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Wish wish && Arrays.equals(centres, wish.centres) && times.equals(wish.times);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(centres) + times.hashCode();
    }

    @Override
    public String toString() {
        return Numbers.write(centres) + ":" + times;
    }
}
