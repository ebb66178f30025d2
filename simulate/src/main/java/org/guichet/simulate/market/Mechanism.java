package org.guichet.simulate.market;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A way of giving places in which a reseller looks for the plan that pays best; if none pays, he stays out. */
interface Mechanism {
    List<Integer> APPETITES = List.of(50, 100);
    int COARSE = 100;
    int DEAREST = 999;

    /** Plays all rounds under this plan. */
    Tally play(Plan plan);

    /** What one booking costs, in the unit of {@link Market#HIGHEST}. */
    long cost();

    /** He tries a few prices, then finer and finer ones near the best so far. */
    default Outcome best() {
        var best = bestOf(IntStream.iterate(COARSE, price -> price < DEAREST, price -> price + COARSE)
                .boxed()
                .flatMap(price -> APPETITES.stream().map(appetite -> new Plan(price, appetite))));
        for (var step = COARSE / 5; step > 0; step /= 4) {
            best = bestOf(near(best.plan(), step));
        }
        return best.profit() > 0 ? outcome(best.plan()) : outcome(Plan.STAY_OUT);
    }

    private static Stream<Plan> near(Plan plan, int step) {
        return IntStream.rangeClosed(-4, 4)
                .mapToObj(steps -> new Plan(Math.clamp(plan.price() + steps * step, 1, DEAREST), plan.appetite()));
    }

    /** What comes out under this plan. */
    default Outcome outcome(Plan plan) {
        return play(plan).outcome(plan, cost());
    }

    private Tried bestOf(Stream<Plan> plans) {
        return plans.map(plan -> new Tried(plan, play(plan).profit((long) plan.price() * Market.PRICE, cost())))
                .max(Comparator.comparingLong(Tried::profit))
                .orElseThrow();
    }

    /** A plan and what it earned. */
    record Tried(Plan plan, long profit) {}
}
