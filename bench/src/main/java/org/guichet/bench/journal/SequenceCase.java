package org.guichet.bench.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.guichet.app.ledger.Journal;
import org.guichet.app.platform.Transactions;
import org.guichet.bench.measure.Common;
import org.guichet.bench.measure.Rounds;
import org.guichet.bench.measure.Row;
import org.guichet.bench.measure.Rows;
import org.guichet.bench.measure.Writers;
import org.guichet.bench.service.RunningService;
import org.guichet.core.draw.Label;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.Merkle;
import org.guichet.core.ledger.leaf.Leaf;
import org.guichet.core.ledger.leaf.WindowId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Sequencing leaves that wait, and sequencing them each second while they are written, all of it durable, against
 * storing the same texts as rows.
 */
final class SequenceCase {
    private static final Writers WRITERS = new Writers(4);
    private static final String YARDSTICK = "as many writers store the same texts as rows, one statement a transaction";

    private static final String YARDSTICK_TABLE = """
            create table bench_leaf (
                authority_id int not null,
                leaf_id bigint generated always as identity,
                body text not null,
                primary key (authority_id, leaf_id)
            )""";

    private static final String YARDSTICK_INSERT = """
            insert into bench_leaf (authority_id, body)
            select ?, unnest(?)""";

    private final Common common;
    private final Rows rows;
    private final RunningService service;
    private final int together;
    // Every leaf that was written, in the order of the parts that were.
    private final List<Leaf.Request> written = new ArrayList<>();

    SequenceCase(Common common, Rows rows, RunningService service, int together) {
        this.common = common;
        this.rows = rows;
        this.service = service;
        this.together = together;
    }

    void run(int leaves) {
        try (var served = new ServedJournal(service.journal())) {
            sequence();
            var before = served.checkpoint().size();
            service.get(JdbcClient.class).sql(YARDSTICK_TABLE).update();
            rows.print(measured("sequenced", leaves, this::waiting).with("goal", "value >= 20000"));
            rows.print(measured("written and sequenced meanwhile", leaves, this::meanwhile));
            common.say("rebuilding the tree from what is served");
            count(served, before);
        }
    }

    private Row measured(String name, int leaves, IntToDoubleFunction seconds) {
        common.say("%s: %,d leaves, %d a transaction, %d rounds".formatted(name, leaves, together, common.rounds()));
        var rounds =
                Rounds.of(common.rounds(), () -> leaves / seconds.applyAsDouble(leaves), () -> leaves / store(leaves));
        return Row.measured(name, "leaves/s", rounds.middle())
                .with("leaves", leaves)
                .with("leaves_a_transaction", together)
                .with("writers", WRITERS.count())
                .with(rounds)
                .with("yardstick_is", YARDSTICK);
    }

    private double waiting(int leaves) {
        WRITERS.write(fresh(leaves), this::append, () -> {});
        return Rounds.seconds(this::sequence);
    }

    private double meanwhile(int leaves) {
        var parts = fresh(leaves);
        return Rounds.seconds(() -> WRITERS.write(parts, this::append, this::sequence));
    }

    private void append(List<Leaf.Request> part) {
        var journal = service.get(Journal.class);
        service.get(Transactions.class).run(_ -> part.forEach(leaf -> journal.append(RunningService.AUTHORITY, leaf)));
    }

    private void sequence() {
        service.job("journal").run();
    }

    private double store(int leaves) {
        var jdbc = service.get(JdbcClient.class);
        var transactions = service.get(Transactions.class);
        var texts = parts(written.subList(written.size() - leaves, written.size())).stream()
                .map(part -> part.stream().map(Leaf::text).toArray(String[]::new))
                .toList();
        return Rounds.seconds(() -> WRITERS.write(
                texts,
                part -> transactions.run(_ -> jdbc.sql(YARDSTICK_INSERT)
                        .params(RunningService.AUTHORITY.value(), part)
                        .update()),
                () -> {}));
    }

    private List<List<Leaf.Request>> fresh(int leaves) {
        var window = service.window().id();
        var parts = parts(IntStream.range(written.size(), written.size() + leaves)
                .mapToObj(number -> leaf(window, number))
                .toList());
        parts.forEach(written::addAll);
        return parts;
    }

    private List<List<Leaf.Request>> parts(List<Leaf.Request> leaves) {
        return IntStream.range(0, Math.ceilDiv(leaves.size(), together))
                .mapToObj(part ->
                        List.copyOf(leaves.subList(part * together, Math.min((part + 1) * together, leaves.size()))))
                .toList();
    }

    private Leaf.Request leaf(WindowId window, int number) {
        var label = Hash.sha256((common.seed() + " label " + number).getBytes(UTF_8));
        return new Leaf.Request(window, new Label(label.hex()));
    }

    private void count(ServedJournal served, long before) {
        var checkpoint = served.checkpoint();
        var entries = served.entries(checkpoint.size());
        var root = Merkle.root(entries.stream().map(Merkle::leaf).toList());
        var missing = new HashMap<String, Integer>();
        written.forEach(leaf -> missing.put(leaf.text(), missing.size()));
        var misplaced = misplaced(entries.subList((int) before, entries.size()), missing);
        rows.print(Row.wrong("leaves lost", "leaves", missing.size(), written.size()));
        rows.print(Row.wrong("leaves twice, unknown or out of order", "leaves", misplaced, written.size()));
        rows.print(Row.wrong("roots that differ", "roots", root.equals(checkpoint.root()) ? 0 : 1, 1)
                .with(root)
                .with("size", checkpoint.size()));
    }

    // Of two writers at the same time either may be first; what one of them wrote must keep its order.
    private long misplaced(List<byte[]> entries, Map<String, Integer> missing) {
        var last = new int[WRITERS.count()];
        var misplaced = 0L;
        for (var entry : entries) {
            var number = Optional.ofNullable(missing.remove(new String(entry, UTF_8)));
            var writer = WRITERS.of(number.orElse(0) / together);
            if (number.isPresent() && number.get() >= last[writer]) {
                last[writer] = number.get();
            } else {
                misplaced++;
            }
        }
        return misplaced;
    }
}
