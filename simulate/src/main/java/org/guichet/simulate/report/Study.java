package org.guichet.simulate.report;

import java.util.List;
import java.util.function.Consumer;
import org.guichet.simulate.market.Markets;
import org.guichet.simulate.rules.Dice;
import org.guichet.simulate.world.Result;
import org.guichet.simulate.world.Rules;
import org.guichet.simulate.world.Settings;
import org.guichet.simulate.world.Worlds;

/** Everything that one seed and one set of assumptions give. */
public record Study(
        long seed,
        Settings settings,
        List<Markets.Comparison> compared,
        List<Markets.Row> curve,
        List<Markets.Identity> identities,
        List<Result> results,
        Result attacked) {
    /** Runs all of it; {@code progress} is told the name of each part when it begins. */
    public static Study of(long seed, Settings settings, Consumer<String> progress) {
        var dice = new Dice(seed);
        var markets = new Markets(dice);
        var worlds = new Worlds(dice, settings, progress);
        progress.accept("markets");
        return new Study(
                seed,
                settings,
                markets.compared(),
                markets.curve(settings.reseller()),
                markets.identities(settings.reseller()),
                worlds.all(),
                worlds.attacked());
    }

    public Result of(Rules rules) {
        return results.get(List.of(Rules.values()).indexOf(rules));
    }

    /** The row of this demand. */
    public Markets.Row at(int demand) {
        return curve.stream().filter(it -> it.demand() == demand).findFirst().orElseThrow();
    }

    /** The reseller earns something on line when many ask, and nowhere else. */
    public boolean isTwoByTwo() {
        return at(Markets.HIGH).immediate().profit() > 0
                && at(Markets.LOW).immediate().profit() <= 0
                && curve.stream().allMatch(it -> it.batch().profit() <= 0);
    }

    /** The simulated markets come out as calculated. */
    public boolean isAsCalculated() {
        return compared.stream().allMatch(Markets.Comparison::holds);
    }

    /** Our rules broke no promise, and the simulated markets came out as calculated. */
    public boolean holds() {
        return isAsCalculated()
                && of(Rules.OURS).promises().kept()
                && attacked.promises().kept();
    }
}
