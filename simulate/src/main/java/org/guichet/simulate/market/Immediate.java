package org.guichet.simulate.market;

import org.guichet.simulate.rules.Dice;
import org.guichet.simulate.rules.Reseller;

/**
 * Immediate booking. All places appear at once. For each that he goes for, the bot races against everybody. Then
 * seekers come one by one: who finds an open place takes it; else who values it at the price or more buys. To hand a
 * place over he gives it up and books it again in the name of the client; if somebody else is faster, it is open to
 * the next who comes. What he cannot sell he holds to the end.
 */
final class Immediate implements Mechanism {
    private final Market market;
    private final Reseller reseller;
    private final int[] values;
    private final int[] won;
    private final boolean[] rebooked;

    Immediate(Market market, Reseller reseller) {
        this.market = market;
        this.reseller = reseller;
        values = market.values();
        won = won();
        rebooked = rebooked();
    }

    @Override
    public long cost() {
        return (long) reseller.cost() * Market.HIGHEST / 100;
    }

    @Override
    public Tally play(Plan plan) {
        var tally = new Tally(market);
        for (var round = 0; round < market.rounds(); round++) {
            play(plan, round, tally);
        }
        return tally;
    }

    private void play(Plan plan, int round, Tally tally) {
        var price = plan.price() * Market.PRICE;
        var stock = won[round * (market.places() + 1) + market.places() * plan.appetite() / 100];
        var open = market.places() - stock;
        tally.books(stock);
        for (var seeker = 0; seeker < market.seekers() && open + stock > 0; seeker++) {
            var value = values[round * market.seekers() + seeker];
            if (open > 0) {
                open--;
                tally.gets(value);
            } else if (value >= price) {
                stock--;
                if (rebooked[round * market.seekers() + seeker]) {
                    tally.buys(value, price);
                } else {
                    open++;
                }
            }
        }
    }

    /** How many places the bot gets if it goes for none, for one, for two …: round after round. */
    private int[] won() {
        var counts = new int[market.rounds() * (market.places() + 1)];
        for (var round = 0; round < market.rounds(); round++) {
            for (var place = 0; place < market.places(); place++) {
                var at = round * (market.places() + 1) + place;
                var wins = market.dice().happens(reseller.wins(), Dice.About.BOT_WINS, round, place);
                counts[at + 1] = counts[at] + (wins ? 1 : 0);
            }
        }
        return counts;
    }

    /** Whether a place can be booked again for this client. */
    private boolean[] rebooked() {
        var can = new boolean[values.length];
        for (var client = 0; client < can.length; client++) {
            can[client] = market.dice().happens(reseller.rebooks(), Dice.About.REBOOKED, client, 0);
        }
        return can;
    }
}
