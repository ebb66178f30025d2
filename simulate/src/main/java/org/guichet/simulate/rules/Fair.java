package org.guichet.simulate.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.guichet.core.allot.Input;
import org.guichet.core.allot.Place;
import org.guichet.core.allot.Quotas;
import org.guichet.core.allot.Stock;
import org.guichet.core.allot.TieredDictatorship;
import org.guichet.core.allot.Turn;
import org.guichet.core.draw.Draw;
import org.guichet.core.draw.Label;
import org.guichet.core.draw.SealedList;
import org.guichet.core.ledger.Hash;

/** The rules as the service runs them: the draw and the allotment of {@code core}. Nothing else here calls them. */
public final class Fair {
    private Fair() {}

    /** The order in which a draw puts these seekers; the number of the window makes it another draw. */
    public static <K> List<K> drawn(Dice dice, long window, List<K> seekers) {
        var names = new HashMap<Label, K>();
        for (var seeker : seekers) {
            names.put(label(dice, window, names.size()), seeker);
        }
        var seal = SealedList.of(names.keySet());
        var leaf = "seal " + window + " " + seal.count() + " " + seal.root().hex();
        var randomness = Hash.sha256(("beacon " + dice.bits(Dice.About.BEACON, window, 0)).getBytes(UTF_8));
        return Draw.order(leaf.getBytes(UTF_8), randomness.bytes(), names.keySet()).stream()
                .map(lot -> names.get(lot.label()))
                .toList();
    }

    /** Who gets which places, in the order of the line. */
    public static <K extends Seeker> Map<K, List<Place>> allot(Collection<K> line, Collection<Place> free) {
        var given = new LinkedHashMap<K, List<Place>>();
        if (!free.isEmpty()) {
            var stock = Stock.of(free);
            var seekers = new LinkedHashMap<String, K>();
            line.forEach(it -> seekers.put(String.valueOf(seekers.size()), it));
            var turns = seekers.entrySet().stream()
                    .map(it -> turn(it.getKey(), it.getValue(), stock))
                    .toList();
            TieredDictatorship.allot(new Input(stock, Quotas.none(stock), turns))
                    .given()
                    .forEach(it -> given.put(Objects.requireNonNull(seekers.get(it.label())), it.places()));
        }
        return given;
    }

    private static Turn turn(String label, Seeker seeker, Stock stock) {
        return new Turn(
                label,
                seeker.persons(),
                seeker.together(),
                0,
                stock.span(seeker::prefers),
                stock.span(seeker::accepts));
    }

    private static Label label(Dice dice, long window, int number) {
        return new Label(LongStream.rangeClosed(1, 4)
                .mapToObj(part -> HexFormat.of().toHexDigits(dice.bits(Dice.About.LABEL, window, 4L * number + part)))
                .collect(Collectors.joining()));
    }
}
