package org.guichet.core.planning;

import java.util.List;

/**
 * What was measured of a line so far.
 *
 * @param yields for past weeks, the share of the planned places that somebody took, 0 to 1: refusals and silences close
 *     to the day, absences and closed counters make it smaller
 * @param gone persons who gave up while they waited
 * @param waited the weeks that all persons who waited did so, together
 */
public record Experience(List<Double> yields, long gone, double waited) {
    /** Before anything was measured: wide, and said to be so. */
    public static final Experience NONE = new Experience(List.of(), 0, 0);

    public Experience {
        yields = List.copyOf(yields);
        if (yields.stream().anyMatch(it -> !(it >= 0 && it <= 1)) || gone < 0 || !(waited >= 0)) {
            throw new IllegalArgumentException("A yield is a share, and nothing measured is negative");
        }
    }
}
