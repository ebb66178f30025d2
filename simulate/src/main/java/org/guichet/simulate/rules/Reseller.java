package org.guichet.simulate.rules;

/**
 * Who books places to sell them.
 *
 * @param wins in how many of 100 races for a place the bot is faster than everybody
 * @param rebooks in how many of 100 sales the place, given up, can be booked again in the name of the client
 * @param cost what one booking or one false identity costs, in hundredths of the highest value of a place
 * @param fakes how many false identities he makes for 100 real requests
 * @param caught how many of 100 false identities are recognised when they ask
 */
public record Reseller(int wins, int rebooks, int cost, int fakes, int caught) {
    /** The strongest: never beaten, never failing, at no cost; without false identities. */
    public static final Reseller PERFECT = new Reseller(100, 100, 0, 0, 0);

    public Reseller withFakes(int count, int recognised) {
        return new Reseller(wins, rebooks, cost, count, recognised);
    }
}
