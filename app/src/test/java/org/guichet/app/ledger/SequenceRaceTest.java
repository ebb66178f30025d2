package org.guichet.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.guichet.app.Overlap;
import org.guichet.app.World;
import org.guichet.app.proof.Published;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes sequence the same leaves at once. */
@Timeout(300)
final class SequenceRaceTest {
    @TempDir
    private Path root;

    private final World world = World.fresh();

    @Test
    void a_node_that_finds_another_at_work_does_nothing_and_does_not_wait() throws IOException {
        var published = new Published(world, root);
        world.register(World.AMINATA);
        var race = race();
        world.register(World.LAN);
        world.job("journal");
        // Without the lock of the row the second writes the leaves of the first once more into the same tile.
        assertThat(published.judge()).contains("seal and all other labels: 2.");
        assertThat(race.second()).isZero();
        assertThat(race.waited()).isFalse();
    }

    @Test
    void the_first_two_of_a_journal_make_one_beginning() {
        world.jdbc().sql("truncate journal, tile, leaf_index, leaf").update();
        world.register(World.AMINATA);
        var race = race();
        world.register(World.LAN);
        world.job("journal");
        assertThat(world.count("leaf_index")).isEqualTo(2);
        assertThat(race.second()).isZero();
    }

    private Overlap<Integer> race() {
        var sequence = world.get(Sequence.class);
        return Overlap.of(
                world,
                () -> assertThat(sequence.sequence(World.AUTHORITY)).isPositive(),
                () -> sequence.sequence(World.AUTHORITY));
    }
}
