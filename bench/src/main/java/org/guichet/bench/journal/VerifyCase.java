package org.guichet.bench.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.guichet.bench.measure.Common;
import org.guichet.bench.measure.Rounds;
import org.guichet.bench.measure.Row;
import org.guichet.bench.measure.Rows;
import org.guichet.bench.rules.BareLoop;
import org.guichet.bench.service.TemporaryFolder;
import org.guichet.core.beacon.Announced;
import org.guichet.core.beacon.RehearsalChain;
import org.guichet.core.beacon.Round;
import org.guichet.core.draw.Draw;
import org.guichet.core.draw.Label;
import org.guichet.core.draw.SealedList;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.Merkle;
import org.guichet.core.ledger.Tile;
import org.guichet.core.ledger.leaf.EventKind;
import org.guichet.core.ledger.leaf.Leaf;
import org.guichet.core.ledger.leaf.PoolCode;
import org.guichet.core.ledger.leaf.Quorum;
import org.guichet.core.ledger.leaf.WindowId;
import org.guichet.verifier.Main;

/**
 * Verifying a journal from a folder, draws included, against hashing what lies in it: one as it comes of service, where
 * four events follow each request, and one of requests only, since these cost a verifier most: each stands in the tree,
 * in a sealed list and in an order.
 */
record VerifyCase(Common common, Rows rows) {
    private static final List<EventKind> EVENTS =
            List.of(EventKind.OFFER, EventKind.ANSWER, EventKind.ATTENDANCE, EventKind.DEPOSIT);
    private static final String TREE =
            "the same bundles are read by as many threads, and the tree over their entries is hashed";
    private static final String EVERYTHING = TREE + ", and so are the labels of each draw, once for its seal, once for"
            + " its order, with one HMAC-SHA-256 each; nothing is sorted, compared or parsed";
    private static final PoolCode POOL = new PoolCode("bench");
    private static final int WINDOWS = 10;
    private static final int LEAVES_BESIDE_REQUESTS = 4;
    private static final Instant OPENS = Instant.parse("2021-01-04T00:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    void run(Path parent, int leaves) {
        run(parent, leaves, "verified, as it comes of service", EVENTS);
        run(parent, leaves, "verified, requests only", List.of());
    }

    private void run(Path parent, int leaves, String name, List<EventKind> events) {
        try (var folder = TemporaryFolder.in(parent)) {
            common.say("writing a journal of %,d leaves".formatted(leaves));
            var drawn = new ArrayList<byte[]>();
            var journal = publish(folder.path(), leaves, events, drawn);
            var root = journal.edge().root();
            var wrong = new ArrayList<String>();
            Runnable verify = () -> verify(folder.path(), root, wrong);
            Runnable tree = () -> require(tree(journal, leaves).equals(root));
            Runnable draws = () -> drawn.forEach(VerifyCase::hash);
            rows.print(measured(name, leaves, verify, tree)
                    .with(root)
                    .with("yardstick_is", TREE)
                    .with("goal", "ratio <= 3"));
            rows.print(measured(name + ", against all it must hash", leaves, verify, () -> {
                        tree.run();
                        draws.run();
                    })
                    .with("yardstick_is", EVERYTHING));
            wrong.forEach(common::say);
            rows.print(Row.wrong("verdicts that do not hold", "verdicts", wrong.size(), 2L * (common.rounds() + 1)));
        }
    }

    private Row measured(String name, int leaves, Runnable verify, Runnable yardstick) {
        common.say("%s, %d rounds".formatted(name, common.rounds()));
        var rounds = Rounds.of(common.rounds(), () -> Rounds.seconds(verify), () -> Rounds.seconds(yardstick));
        return Row.measured(name, "s", rounds.middle())
                .with("leaves", leaves)
                .with("threads", Runtime.getRuntime().availableProcessors())
                .with(rounds);
    }

    private static void verify(Path folder, Hash root, List<String> wrong) {
        var report = new StringWriter();
        var exitCode = Main.command()
                .setOut(new PrintWriter(report))
                .setErr(new PrintWriter(Writer.nullWriter()))
                .execute(folder.toString(), "--json");
        if (exitCode != 0 || !report.toString().contains(root.hex())) {
            wrong.add(report.toString());
        }
    }

    private static Hash tree(JournalFolder journal, int leaves) {
        return Merkle.root(IntStream.range(0, Math.ceilDiv(leaves, Tile.WIDTH_MAX))
                .parallel()
                .mapToObj(index -> Merkle.root(journal.entries(Tile.at(Tile.ENTRIES, index, leaves)).stream()
                        .map(Merkle::leaf)
                        .toList()))
                .toList());
    }

    /** What a draw of these labels must hash. */
    private static void hash(byte[] texts) {
        var count = texts.length / BareLoop.LABEL_BYTES;
        IntFunction<byte[]> text =
                label -> Arrays.copyOfRange(texts, label * BareLoop.LABEL_BYTES, (label + 1) * BareLoop.LABEL_BYTES);
        var seal = Merkle.root(count, text);
        BareLoop.of(seal.bytes(), seal).positions(texts);
        require(seal.equals(Merkle.root(count, text)));
    }

    private static void require(boolean sound) {
        if (!sound) {
            throw new IllegalStateException("The yardstick read something else than was written");
        }
    }

    private JournalFolder publish(Path folder, int leaves, List<EventKind> events, List<byte[]> drawn) {
        var chain = RehearsalChain.from(new byte[RehearsalChain.SEED_BYTES]);
        var journal = new JournalFolder(folder);
        journal.append(new Leaf.Catalogue(Hash.sha256("catalogue".getBytes(UTF_8))).bytes());
        var requests = (leaves - 1 - WINDOWS * LEAVES_BESIDE_REQUESTS) / (1 + events.size());
        for (int window = 0; window < WINDOWS; window++) {
            var start = (long) requests * window / WINDOWS;
            var end = (long) requests * (window + 1) / WINDOWS;
            drawn.add(publish(journal, chain, window, IntStream.range((int) start, (int) end)));
            LongStream.range(start, end)
                    .forEach(request -> events.forEach(kind -> journal.append(event(kind, request))));
        }
        // So that there are as many leaves as were asked for.
        while (journal.edge().size() < leaves) {
            journal.append(event(EventKind.PREFERENCES, journal.edge().size()));
        }
        journal.publish(chain.rehearsal().text());
        return journal;
    }

    /** Answers the labels of the window, one after the other. */
    private byte[] publish(JournalFolder journal, RehearsalChain chain, int window, IntStream requests) {
        var id = new WindowId(POOL, window + 1);
        var opens = OPENS.plus(WEEK.multipliedBy(window));
        var announced = Announced.from(chain.chain(), opens.plus(WEEK));
        journal.append(
                new Leaf.Window(id, opens, opens.plus(WEEK), chain.chain().hash(), announced, Quorum.NONE).bytes());
        var labels = requests.mapToObj(this::label).toList();
        labels.forEach(label -> journal.append(new Leaf.Request(id, label).bytes()));
        var seal = new Leaf.Seal(id, labels.size(), SealedList.of(labels).root());
        journal.append(seal.bytes());
        var beacon = chain.round(announced.round());
        journal.append(new Leaf.Beacon(id, beacon).bytes());
        var order = Draw.order(seal.bytes(), randomness(beacon, chain), labels);
        journal.append(new Leaf.Order(id, labels.size(), Draw.root(order)).bytes());
        return labels.stream().map(Label::hex).collect(Collectors.joining()).getBytes(UTF_8);
    }

    private static byte[] event(EventKind kind, long number) {
        return new Leaf.Event(kind, POOL, Hash.sha256((kind + " " + number).getBytes(UTF_8))).bytes();
    }

    private static byte[] randomness(Round round, RehearsalChain chain) {
        return switch (round.check(chain.chain())) {
            case Round.Outcome.Valid(var randomness) -> randomness.bytes();
            case Round.Outcome.Refused(var reason) -> throw new IllegalStateException(reason.sentence());
        };
    }

    private Label label(int number) {
        return new Label(Hash.sha256((common.seed() + " label " + number).getBytes(UTF_8))
                .hex());
    }
}
