package org.guichet.app.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.guichet.app.World;
import org.guichet.app.draw.SealList;
import org.guichet.app.platform.Transactions;
import org.guichet.app.window.Windows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to a request between the moment it is sent and the moment it is durable. */
final class OnItsWayTest {
    private World world;

    @BeforeEach
    void begin() {
        world = World.fresh();
    }

    @Test
    void a_request_on_its_way_at_the_end_is_in_the_sealed_list() throws InterruptedException, ExecutionException {
        world.clock().set(World.paris("2021-04-11T23:59:59"));
        var window = world.get(Windows.class).openAt(World.AUTHORITY, World.POOL, World.START);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = new ArrayList<Future<?>>();
            world.whileNoLeafIsTaken(() -> {
                waiting.add(threads.submit(() -> world.register(World.AMINATA)));
                world.awaitBlocked(1);
                world.clock().set(World.paris("2021-04-12T00:00:01"));
                waiting.add(threads.submit(() -> world.get(SealList.class).seal(World.AUTHORITY, window)));
                // The sealing cannot end while the request is on its way; the database says so, not a clock.
                world.awaitBlocked(2);
                assertThat(world.get(Windows.class).over(World.AUTHORITY, World.paris("2021-04-12T00:00:01")))
                        .contains(window);
            });
            for (var each : waiting) {
                each.get();
            }
        }
        assertThat(world.jdbc()
                        .sql("select request_count from draw where pool = 'famille'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void a_request_that_waited_over_the_end_of_its_window_is_in_the_next() {
        var window = world.get(Windows.class).openAt(World.AUTHORITY, World.POOL, World.START);
        world.get(SealList.class).seal(World.AUTHORITY, window);
        var request = world.register(World.AMINATA);
        assertThat(request.window()).isEqualTo(2);
        assertThat(world.reload(request).isLive()).isTrue();
    }

    @Test
    void a_transaction_that_dies_leaves_nothing_and_the_same_form_is_recorded_afterwards() throws InterruptedException {
        var form = World.application(World.AMINA, World.KARIM);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var sent = new ArrayList<Future<Register.Outcome>>();
            world.whileNoLeafIsTaken(() -> {
                sent.add(threads.submit(() -> register(form)));
                world.awaitBlocked(1);
                world.breakBlocked();
            });
            assertThatThrownBy(() -> sent.getFirst().get())
                    .cause()
                    .isInstanceOfSatisfying(
                            RuntimeException.class,
                            it -> assertThat(Transactions.isOutage(it)).isTrue());
        }
        for (var table : List.of("request", "person", "standing", "notice")) {
            assertThat(world.count(table)).as(table).isZero();
        }
        assertThat(register(form)).isInstanceOf(Register.Outcome.Registered.class);
    }

    private Register.Outcome register(Application form) {
        return world.get(Register.class).register(World.AUTHORITY, form);
    }
}
