package org.guichet.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.guichet.app.World;
import org.guichet.app.platform.Transactions;
import org.guichet.app.proof.Published;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes sequence the same leaves: the first has done it and has not committed yet when the second begins. */
@Timeout(60)
final class SequenceRaceTest {
    @TempDir
    private Path root;

    private final World world = World.fresh();
    private final Sequence sequence = world.get(Sequence.class);

    @Test
    void a_node_that_finds_another_at_work_does_nothing_and_does_not_wait()
            throws IOException, InterruptedException, ExecutionException {
        var published = new Published(world, root);
        world.register(World.AMINATA);
        var second = whileOneSequences();
        world.register(World.LAN);
        world.job("journal");
        // Without the lock of the row the second writes the leaves of the first once more into the same tile.
        assertThat(published.judge()).contains("seal and all other labels: 2.");
        assertThat(second.sequenced()).isZero();
        assertThat(second.waited()).isFalse();
    }

    @Test
    void the_first_two_of_a_journal_make_one_beginning() throws InterruptedException, ExecutionException {
        world.jdbc().sql("truncate journal, tile, leaf_index, leaf").update();
        world.register(World.AMINATA);
        var second = whileOneSequences();
        world.register(World.LAN);
        world.job("journal");
        assertThat(world.count("leaf_index")).isEqualTo(2);
        assertThat(second.sequenced()).isZero();
    }

    /** How many leaves the second node gave a place, and whether it had to wait for the first to commit. */
    private record Second(int sequenced, boolean waited) {}

    private Second whileOneSequences() throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            record Begun(Future<Integer> second, boolean waited) {}
            var begun = world.get(Transactions.class).of(_ -> {
                assertThat(sequence.sequence(World.AUTHORITY)).isPositive();
                var second = threads.submit(() -> sequence.sequence(World.AUTHORITY));
                while (!second.isDone() && !isAnyBlocked()) {
                    Thread.onSpinWait();
                }
                return new Begun(second, !second.isDone());
            });
            return new Second(begun.second().get(), begun.waited());
        }
    }

    private boolean isAnyBlocked() {
        return world.count("pg_locks where not granted") > 0;
    }
}
