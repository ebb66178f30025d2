package org.guichet.simulate.world;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guichet.simulate.rules.Dice;

/** The same world under each way of giving places, with a reseller who looks for the price that pays best. */
public final class Worlds {
    private static final int STEP = 100;

    private final Dice dice;
    private final Settings settings;
    private final Consumer<String> progress;

    public Worlds(Dice dice, Settings settings, Consumer<String> progress) {
        this.dice = dice;
        this.settings = settings;
        this.progress = progress;
    }

    public List<Result> all() {
        return Stream.of(Rules.values()).map(this::best).toList();
    }

    /** The run that pays the reseller best; if none pays, the one without him. */
    private Result best(Rules rules) {
        progress.accept(rules.name().toLowerCase(Locale.ROOT));
        return IntStream.iterate(0, price -> price < People.HIGHEST, price -> price + STEP)
                .parallel()
                .mapToObj(price -> Run.of(dice, settings, rules, price))
                .max(Comparator.comparingDouble(Result::profitAPlace)
                        .thenComparing(result -> result.trade().price(), Comparator.reverseOrder()))
                .orElseThrow();
    }

    /** Our rules with the reseller in spite of his loss: what false identities do to the others. */
    public Result attacked() {
        return Run.of(dice, settings, Rules.OURS, People.HIGHEST / 2);
    }
}
