package org.guichet.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import org.guichet.app.proof.Published;
import org.guichet.app.registration.Application;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The database is lost at every statement and every commit of what the journal is made of, before and after it took
 * effect. Then the public bytes are judged by the verifier, which remembers what it saw before.
 */
final class FaultMatrixTest {
    @TempDir
    private Path root;

    private World world;
    private Faults faults;
    private Published published;
    private int worlds;

    @BeforeEach
    void begin() {
        world = World.fresh();
        faults = world.get(Faults.class);
        published = new Published(world, root);
    }

    @Test
    void a_request_is_recorded_with_its_leaf_or_not_at_all_and_sent_again_it_is_the_same() throws IOException {
        var forms = new ArrayList<Application>();
        matrix(() -> forms.add(World.application(World.somebody(forms.size()))), () -> world.register(forms.getLast()));
        assertThat(world.count("request")).isEqualTo(forms.size());
        assertThat(published.judge()).contains("seal and all other labels: " + forms.size() + ".");
    }

    @Test
    void leaves_get_their_places_once_whenever_the_sequencer_is_lost() throws IOException {
        var people = new int[1];
        matrix(() -> world.register(World.somebody(people[0]++)), () -> world.job("journal"));
        assertThat(published.judge()).contains("seal and all other labels: " + people[0] + ".");
    }

    @Test
    void a_list_is_sealed_once_whenever_the_database_is_lost() throws IOException {
        matrix(this::begunAnew, () -> world.job("seal"));
        assertThat(published.judge()).contains("lists that are the sealed ones: 3;");
    }

    @Test
    void a_list_is_drawn_once_whenever_the_database_is_lost() throws IOException {
        matrix(
                () -> {
                    begunAnew();
                    world.job("seal");
                    world.clock().set(World.paris("2021-04-12T12:00:01"));
                },
                () -> world.job("draw"));
        assertThat(published.judge()).contains("published ones: 3.");
        assertThat(world.count("rank")).isEqualTo(2);
    }

    /** Another world each time, at the end of the window. */
    private void begunAnew() {
        world = World.fresh();
        published = new Published(world, root.resolve("world-" + worlds++));
        world.register(World.AMINATA);
        world.register(World.AMINA, World.KARIM);
        world.clock().set(World.paris("2021-04-12T00:00:01"));
    }

    /** Does it at each possible loss of the database, then again with a sound one, and has the bytes judged. */
    private void matrix(Runnable before, Runnable work) throws IOException {
        for (var side : EnumSet.of(Faults.Side.BEFORE, Faults.Side.AFTER)) {
            var step = 0;
            boolean lost;
            do {
                before.run();
                lost = faults.isLostAt(++step, side, work);
                work.run();
                world.job("journal");
                published.judge();
            } while (lost);
            assertThat(step).as("steps of the matrix").isGreaterThan(4);
        }
    }
}
