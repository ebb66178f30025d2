package org.guichet.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.guichet.app.World;
import org.guichet.app.platform.EmbeddedDatabase;
import org.guichet.app.platform.Settings;
import org.guichet.app.platform.Transactions;
import org.guichet.app.proof.Published;
import org.guichet.core.ledger.leaf.EventKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes sequence while leaves are written; the one or the other is killed at any moment. */
@Timeout(300)
final class KilledNodesTest {
    private static final int KILLS = 3;
    private static final int LEAVES = 1_000;
    private static final int WORK_MILLIS = 200;

    @TempDir
    private Path root;

    private final World world = World.fresh();
    private final EmbeddedDatabase database = world.get(EmbeddedDatabase.class);

    @Test
    void another_goes_on_without_a_gap_and_without_a_fork() throws IOException, InterruptedException {
        var seed = ThreadLocalRandom.current().nextLong();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var published = new Published(world, root);
        published.judge();
        var nodes = new ArrayDeque<SequencerNode>();
        try {
            nodes.add(node());
            nodes.add(node());
            for (var kill = 0; kill < KILLS; kill++) {
                write();
                Thread.sleep(Duration.ofMillis(random.nextInt(WORK_MILLIS)));
                assertThat(nodes).allMatch(it -> it.process().isAlive());
                nodes.remove().close();
                published.judge();
                nodes.add(node());
            }
            nodes.remove().close();
            // The last one does all that is left.
            while (world.count("leaf") > 0) {
                assertThat(nodes.element().process().isAlive()).isTrue();
                Thread.sleep(Duration.ofMillis(20));
            }
        } finally {
            nodes.forEach(SequencerNode::close);
        }
        assertThat(published.judge()).contains("What the " + KILLS * LEAVES + " events say");
    }

    private void write() {
        world.get(Transactions.class).run(_ -> {
            for (var leaf = 0; leaf < LEAVES; leaf++) {
                world.get(Journal.class).commit(World.AUTHORITY, EventKind.ANSWER, World.POOL, "yes");
            }
        });
    }

    private SequencerNode node() {
        return SequencerNode.start(
                database.getJdbcUrl(),
                database.getUsername(),
                database.getPassword(),
                world.get(Settings.class).folder());
    }
}
