package org.guichet.bench.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.guichet.bench.measure.Common;
import org.guichet.bench.measure.Pair;
import org.guichet.bench.measure.Rounds;
import org.guichet.bench.measure.Row;
import org.guichet.bench.measure.Rows;
import org.guichet.bench.service.TemporaryFolder;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.Inclusion;
import org.guichet.core.ledger.Tile;
import org.guichet.core.ledger.TileNodes;

/** Proving single leaves of a large tree from its tiles on disk, against just reading those tiles. */
record ProveCase(Common common, Rows rows) {
    private static final String YARDSTICK = "the tiles of that proof are read, and nothing is done with them";
    private static final int TILES_MAX = 4;
    private static final int PROOFS = 2000;
    private static final double MILLIS = 1000;

    /** A proof, the tiles that were read for it, and how long it took beside reading them alone. */
    private record Proof(Inclusion inclusion, List<Tile> tiles, Pair millis) {}

    void run(Path parent, int leaves) {
        try (var folder = TemporaryFolder.in(parent)) {
            common.say("writing the tiles of %,d leaves".formatted(leaves));
            var journal = new JournalFolder(folder.path());
            for (int leaf = 0; leaf < leaves; leaf++) {
                journal.append(leaf(leaf));
            }
            journal.publish("");
            common.say("proving %,d of them, twice".formatted(PROOFS));
            prove(journal);
            var proofs = prove(journal);
            var pairs = proofs.stream().map(Proof::millis).toList();
            var slowest = pairs.stream().mapToDouble(Pair::value).max();
            var tiles = proofs.stream().mapToInt(it -> it.tiles().size()).max();
            rows.print(Row.measured("proof of one leaf", "ms", middle(pairs))
                    .with(journal.edge().root())
                    .with("leaves", leaves)
                    .with("proofs", proofs.size())
                    .with("slowest", slowest.orElseThrow())
                    .with("tiles", tiles.orElseThrow())
                    .with("yardstick_is", YARDSTICK)
                    .with("goal", "slowest < 5"));
            count(journal, proofs);
        }
    }

    private static Pair middle(List<Pair> pairs) {
        return new Pair(median(pairs, Pair::value), median(pairs, Pair::yardstick));
    }

    private static double median(List<Pair> pairs, ToDoubleFunction<Pair> figure) {
        return pairs.stream()
                .mapToDouble(figure)
                .sorted()
                .skip(pairs.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    private void count(JournalFolder journal, List<Proof> proofs) {
        var root = journal.edge().root();
        var broken = proofs.stream()
                .filter(it -> !it.inclusion().holds(leaf(it.inclusion().index()), root))
                .count();
        var greedy = proofs.stream().filter(it -> it.tiles().size() > TILES_MAX).count();
        rows.print(Row.wrong("proofs that do not hold", "proofs", broken, proofs.size()));
        rows.print(Row.wrong("proofs that read more than 4 tiles", "proofs", greedy, proofs.size()));
    }

    private List<Proof> prove(JournalFolder journal) {
        var size = journal.edge().size();
        var random = new Random(common.seed());
        var edges = LongStream.of(0, size / 2, size - Tile.WIDTH_MAX, size - 1);
        return LongStream.concat(edges, random.longs(PROOFS - 4, 0, size))
                .mapToObj(index -> prove(journal, index))
                .toList();
    }

    // As a service does it: the right edge of the tree is known, everything else is read.
    private static Proof prove(JournalFolder journal, long index) {
        var size = journal.edge().size();
        var tiles = new ArrayList<Tile>();
        var start = System.nanoTime();
        var stored = new TileNodes(size, tile -> {
            tiles.add(tile);
            return journal.hashes(tile);
        });
        var inclusion = Inclusion.prove(index, size, journal.edge().over(stored));
        var proving = Rounds.secondsSince(start);
        var reading = Rounds.seconds(() -> tiles.forEach(journal::read));
        return new Proof(inclusion, tiles, new Pair(proving * MILLIS, reading * MILLIS));
    }

    private Hash leaf(long number) {
        return Hash.sha256((common.seed() + " leaf " + number).getBytes(UTF_8));
    }
}
