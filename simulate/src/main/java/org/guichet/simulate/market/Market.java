package org.guichet.simulate.market;

import org.guichet.simulate.rules.Dice;

/**
 * Equal places and seekers who want one each; what a place is worth to a seeker is any number up to the highest with
 * the same chance. It is played in many rounds, each with new seekers.
 */
record Market(Dice dice, int places, int seekers, int rounds) {
    /** The highest value of a place; a price is in thousandths of it. */
    static final int HIGHEST = 1_000_000;

    static final int PRICE = HIGHEST / 1000;

    /** What a place is worth to each seeker, round after round, in the order in which they come. */
    int[] values() {
        var values = new int[rounds * seekers];
        for (var round = 0; round < rounds; round++) {
            for (var seeker = 0; seeker < seekers; seeker++) {
                values[round * seekers + seeker] = dice.below(HIGHEST, Dice.About.VALUE, round, seeker);
            }
        }
        return values;
    }
}
