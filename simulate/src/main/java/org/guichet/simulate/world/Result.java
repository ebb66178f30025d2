package org.guichet.simulate.world;

import java.util.List;
import java.util.Map;

/**
 * What became of everybody under one way of giving places.
 *
 * @param waiting persons without a place at the end of each week
 */
public record Result(
        Rules rules,
        Persons persons,
        Families families,
        Places places,
        Trade trade,
        double profitAPlace,
        Promises promises,
        List<Integer> waiting) {
    /**
     * Persons who asked and were served; weeks from asking to being served, so far for who still waits, of half and
     * of nine of ten persons; connections for each person served; of 100 persons of each channel those who were
     * served.
     */
    public record Persons(
            int asked,
            int served,
            int weeksOfHalf,
            int weeksOfNineInTen,
            double connections,
            Map<Channel, Double> servedByChannel) {
        public double share() {
            return 100.0 * served / asked;
        }
    }

    /** Families who asked; who were served together as they wished; who were served, but apart. */
    public record Families(int asked, int together, int apart) {}

    /**
     * Places that were used, those that were not, and of these the ones that somebody in the line would have taken.
     */
    public record Places(int used, Map<Lost, Integer> lost, int emptyWhileWaited) {
        public int all() {
            return used + lost.values().stream().mapToInt(it -> it).sum();
        }

        public int lost(Lost cause) {
            return lost.getOrDefault(cause, 0);
        }
    }
}
