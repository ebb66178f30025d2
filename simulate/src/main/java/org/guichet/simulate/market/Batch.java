package org.guichet.simulate.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.guichet.core.allot.Place;
import org.guichet.core.allot.Together;
import org.guichet.simulate.rules.Dice;
import org.guichet.simulate.rules.Fair;
import org.guichet.simulate.rules.Reseller;
import org.guichet.simulate.rules.Seeker;

/**
 * Our rules. Requests are collected, drawn, and given places in that order; a freed place goes to the next in line.
 * All the reseller can do is ask under false identities. Those that are not recognised may win places, which he
 * gives up only when the next in line pays him. It is taken for granted, in his favour, that he knows who is next,
 * and that everybody pays who values the place at the price or more. Who does not pay is still the next, so he gets
 * no further.
 */
final class Batch implements Mechanism {
    private static final LocalDate DAY = LocalDate.of(2021, 4, 22);
    private final Market market;
    private final List<Place> places;
    private final long cost;
    private final int fakes;
    private final List<Line> mixed;
    private final Supplier<List<Line>> honest;

    Batch(Market market, Reseller reseller) {
        this.market = market;
        places = IntStream.range(0, market.places())
                .mapToObj(id -> new Place(id, "centre", id, Instant.EPOCH, Instant.EPOCH.plusSeconds(1), DAY))
                .toList();
        fakes = market.seekers() * reseller.fakes() / 100;
        cost = (long) reseller.cost() * Market.HIGHEST / 100;
        var values = market.values();
        mixed = lines(values, fakes, reseller.caught());
        honest = () -> fakes == 0 ? mixed : lines(values, 0, 0);
    }

    @Override
    public long cost() {
        return cost;
    }

    @Override
    public Tally play(Plan plan) {
        var price = plan.price() * Market.PRICE;
        var tally = new Tally(market);
        for (var line : plan.appetite() > 0 ? mixed : honest.get()) {
            tally.books(plan.appetite() > 0 ? fakes : 0);
            line.served().forEach(tally::gets);
            line.waiting().stream()
                    .limit(line.held())
                    .takeWhile(value -> value >= price)
                    .forEach(value -> tally.buys(value, price));
        }
        return tally;
    }

    private List<Line> lines(int[] values, int asked, int caught) {
        return IntStream.range(0, market.rounds())
                .mapToObj(round -> line(values, round, asked, caught))
                .toList();
    }

    private Line line(int[] values, int round, int asked, int caught) {
        var seekers = new ArrayList<Single>();
        for (var seeker = 0; seeker < market.seekers(); seeker++) {
            seekers.add(new Single(values[round * market.seekers() + seeker], true));
        }
        for (var fake = 0; fake < asked; fake++) {
            if (!market.dice().happens(caught, Dice.About.CAUGHT, round, fake)) {
                seekers.add(new Single(0, false));
            }
        }
        var order = Fair.drawn(market.dice(), round, seekers);
        var given = Fair.allot(order, places).keySet();
        var waiting = order.stream()
                .filter(it -> it.isReal() && !given.contains(it))
                .map(Single::value)
                .toList();
        var served = given.stream().filter(Single::isReal).map(Single::value).toList();
        return new Line(served, waiting, given.size() - served.size());
    }

    /**
     * What a place is worth to those who got one and, in their order, to those who wait; and what false identities
     * hold.
     */
    private record Line(List<Integer> served, List<Integer> waiting, int held) {}

    /** Somebody who comes alone and to whom every place is the same. */
    private static final class Single implements Seeker {
        private final int value;
        private final boolean real;

        Single(int value, boolean real) {
            this.value = value;
            this.real = real;
        }

        int value() {
            return value;
        }

        boolean isReal() {
            return real;
        }

        @Override
        public int persons() {
            return 1;
        }

        @Override
        public Together together() {
            return Together.SAME_DAY;
        }

        @Override
        public boolean prefers(Place place) {
            return true;
        }

        @Override
        public boolean accepts(Place place) {
            return true;
        }
    }
}
