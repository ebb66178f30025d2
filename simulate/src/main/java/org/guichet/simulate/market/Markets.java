package org.guichet.simulate.market;

import java.util.List;
import java.util.stream.Stream;
import org.guichet.simulate.rules.Dice;
import org.guichet.simulate.rules.Reseller;

/** The markets that the report shows. */
public final class Markets {
    /** How far a simulated figure may lie from the calculated one. */
    public static final double TOLERANCE = 0.02;

    /** Seekers for 100 places. */
    public static final int LOW = 50;

    public static final int HIGH = 400;

    private static final int SEEKERS_COMPARED = 600_000;
    private static final int SEEKERS = 300_000;
    // The more places, the less chance moves the best price away from where the formula puts it.
    private static final int PLACES = 25_000;
    private static final int PLACES_A_DRAW = 1000;
    private static final int DRAWS_COMPARED = 4;
    private static final int DRAWS = 2;
    private static final List<Integer> CALCULATED = List.of(100, 200, 400, 1000);
    private static final List<Integer> CURVE = List.of(LOW, 75, 100, 150, 200, 300, HIGH);
    private static final List<Integer> CAUGHT = List.of(0, 50, 80, 90, 95, 100);

    private final Dice dice;

    public Markets(Dice dice) {
        this.dice = dice;
    }

    /** A demand, in seekers for 100 places, and what comes out of it. */
    public record Row(int demand, Outcome immediate, Outcome batch) {}

    /** A row, and what the formulas of the model say of it. */
    public record Comparison(Row simulated, Row calculated) {
        public boolean holds() {
            return distance() <= TOLERANCE;
        }

        public double distance() {
            return Math.max(
                    simulated.immediate().distance(calculated.immediate()),
                    simulated.batch().distance(calculated.batch()));
        }
    }

    /** What false identities do to a draw, if so many of 100 are recognised and the reseller comes in any case. */
    public record Identity(int caught, double held, double profit) {}

    /** The strongest reseller at the demands for which the formulas were worked out. */
    public List<Comparison> compared() {
        return CALCULATED.parallelStream()
                .map(demand -> new Comparison(
                        row(demand, Reseller.PERFECT, SEEKERS_COMPARED, DRAWS_COMPARED), calculated(demand)))
                .toList();
    }

    /** From little demand to much. */
    public List<Row> curve(Reseller reseller) {
        return CURVE.parallelStream().map(demand -> row(demand, reseller)).toList();
    }

    /** The same false identities, better and better recognised, at high demand. */
    public List<Identity> identities(Reseller reseller) {
        return Stream.concat(CAUGHT.stream(), Stream.of(reseller.caught()))
                .distinct()
                .sorted()
                .map(caught -> identity(reseller.withFakes(reseller.fakes(), caught)))
                .toList();
    }

    private Identity identity(Reseller reseller) {
        var batch = new Batch(draws(HIGH, DRAWS), reseller);
        return Stream.of(100, 200, 300, 400, 500, 600, 700, 800, 900)
                .map(price -> batch.outcome(new Plan(price, 100)))
                .map(outcome -> new Identity(reseller.caught(), outcome.wasted() + outcome.sold(), outcome.profit()))
                .max((one, other) -> Double.compare(one.profit(), other.profit()))
                .orElseThrow();
    }

    Row row(int demand, Reseller reseller) {
        return row(demand, reseller, SEEKERS, DRAWS);
    }

    private Row row(int demand, Reseller reseller, int seekersInAll, int draws) {
        var seekers = PLACES * demand / 100;
        var market = new Market(dice, PLACES, seekers, seekersInAll / seekers);
        return new Row(
                demand, new Immediate(market, reseller).best(), new Batch(draws(demand, draws), reseller).best());
    }

    private Market draws(int demand, int draws) {
        return new Market(dice, PLACES_A_DRAW, PLACES_A_DRAW * demand / 100, draws);
    }

    /** The formulas for a reseller who is never beaten, never fails and has no cost; demand is 100 or more. */
    static Row calculated(int demand) {
        var each = demand / 100.0;
        var price = Math.max(0.5, 1 - 1 / each);
        var sold = Math.min(1, each * (1 - price));
        var surplus = each * (1 - price) * (1 - price) / 2;
        return new Row(demand, new Outcome(price, sold, price * sold, surplus, 1 - sold), new Outcome(0, 0, 0, 0.5, 0));
    }
}
