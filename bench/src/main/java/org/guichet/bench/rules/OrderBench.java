package org.guichet.bench.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.guichet.bench.measure.Common;
import org.guichet.bench.measure.Rounds;
import org.guichet.bench.measure.Row;
import org.guichet.bench.measure.Rows;
import org.guichet.core.draw.Draw;
import org.guichet.core.draw.Label;
import org.guichet.core.draw.LabelList;
import org.guichet.core.draw.Lot;
import org.guichet.core.ledger.Hash;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ordering the labels of a draw, against the one HMAC that each label needs and nothing else. */
@Command(
        name = "order",
        mixinStandardHelpOptions = true,
        description = "Orders the labels of a draw, against a bare loop of as many HMAC-SHA-256.")
public final class OrderBench implements Callable<Integer> {
    private static final String YARDSTICK =
            "HMAC-SHA-256 of each label's 64 bytes and one more, from one array into another, on as many threads";
    private static final String GOAL = "ratio <= 1.3";

    @Mixin
    private Common common = new Common();

    @Option(names = "--labels", paramLabel = "N", description = "How many (default 1000000, small 20000).")
    private int asked;

    @Override
    public Integer call() {
        var rows = common.rows();
        var count = common.size(asked, 1_000_000, 20_000);
        common.say("making %,d labels".formatted(count));
        var packed = new LabelList();
        var texts = new byte[count * BareLoop.LABEL_BYTES];
        for (int i = 0; i < count; i++) {
            var label = label(i);
            packed.add(label);
            System.arraycopy(label.text(), 0, texts, i * BareLoop.LABEL_BYTES, BareLoop.LABEL_BYTES);
        }
        measure(rows, "labels in a list", List.copyOf(packed), texts);
        measure(rows, "labels packed", packed, texts);
        return rows.exitCode();
    }

    private void measure(Rows rows, String name, List<Label> labels, byte[] texts) {
        common.say("ordering %s against a bare loop, %d rounds".formatted(name, common.rounds()));
        var seal = ("seal " + common.seed()).getBytes(UTF_8);
        var randomness = Hash.sha256(("randomness " + common.seed()).getBytes(UTF_8));
        var bare = BareLoop.of(seal, randomness);
        var order = new AtomicReference<List<Lot>>(List.of());
        var rounds = Rounds.of(
                common.rounds(),
                () -> Rounds.seconds(() -> order.set(Draw.order(seal, randomness.bytes(), labels))),
                () -> Rounds.seconds(() -> bare.positions(texts)));
        rows.print(Row.measured(name, "s", rounds.middle())
                .with(Draw.root(order.get()))
                .with("labels", labels.size())
                .with("threads", Runtime.getRuntime().availableProcessors())
                .with(rounds)
                .with("yardstick_is", YARDSTICK)
                .with("goal", GOAL));
        common.say("checking every lot");
        rows.print(Row.wrong(name + ": out of order", "labels", outOfOrder(order.get(), bare), labels.size()));
        rows.print(Row.wrong(name + ": lost", "labels", lost(order.get(), labels), labels.size()));
    }

    /** Lots without the position that is theirs, or not above the one before. */
    private static long outOfOrder(List<Lot> order, BareLoop bare) {
        var mac = bare.mac();
        return IntStream.range(0, order.size())
                .filter(i -> {
                    var lot = order.get(i);
                    mac.update(lot.label().text());
                    return !Hash.of(mac.doFinal(BareLoop.FIRST_BLOCK)).equals(lot.position())
                            || (i > 0 && order.get(i - 1).position().compareTo(lot.position()) >= 0);
                })
                .count();
    }

    private static long lost(List<Lot> order, List<Label> labels) {
        var left = new HashSet<>(labels);
        order.forEach(lot -> left.remove(lot.label()));
        return left.size() + Math.max(0L, order.size() - labels.size());
    }

    private Label label(int number) {
        return new Label(Hash.sha256((common.seed() + " label " + number).getBytes(UTF_8))
                .hex());
    }
}
