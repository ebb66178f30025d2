package org.guichet.app.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.guichet.app.World;
import org.guichet.app.page.Localized;
import org.guichet.app.platform.Transactions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PlacesTest {
    private World world;

    @BeforeEach
    void begin() {
        world = World.fresh();
    }

    @Test
    void places_are_made_for_opening_days_and_not_for_holidays() {
        assertThat(ahead()).hasSize(6);
        // Every Monday from 19 April to 10 May, within the weeks published ahead; none on Easter Monday, which is past.
        assertThat(places().ahead(World.AUTHORITY, "remise", World.START)).hasSize(4 * 4);
    }

    @Test
    void publishing_again_changes_nothing() {
        assertThat(publish(rules())).isEqualTo(new PublishPlaces.Published(0, 0, 0, 0, 0, List.of()));
    }

    @Test
    void a_changed_file_withdraws_free_places_keeps_held_ones_and_lists_them() {
        var held = ahead().getFirst();
        world.get(Transactions.class).run(now -> places().hold(World.AUTHORITY, List.of(held), UUID.randomUUID(), now));

        var done = publish(closedOn(LocalDate.of(2021, 4, 22)));

        assertThat(done.conflicts()).containsExactly(held);
        assertThat(done.withdrawn()).isEqualTo(3);
        assertThat(ahead()).hasSize(3).contains(held);
    }

    @Test
    void a_closure_taken_back_makes_the_places_again() {
        publish(closedOn(LocalDate.of(2021, 4, 22)));
        assertThat(publish(rules())).isEqualTo(new PublishPlaces.Published(4, 4, 4, 0, 0, List.of()));
        assertThat(ahead()).hasSize(6);
    }

    @Test
    void a_place_whose_hold_is_over_is_held_though_nobody_wrote_the_end_down() {
        var place = List.of(ahead().getFirst());
        var writes = UUID.randomUUID();
        var waits = UUID.randomUUID();
        var until = World.START.plusSeconds(60);
        world.get(Transactions.class).run(now -> {
            world.get(KeptPlaces.class).keep(World.AUTHORITY, place, writes, KeptPlaces.Term.of(now, until));
            places().hold(World.AUTHORITY, place, waits, until);
        });
        assertThat(places().heldBy(World.AUTHORITY, writes)).isEmpty();
        assertThat(places().heldBy(World.AUTHORITY, waits)).isEqualTo(place);
    }

    @Test
    void two_nodes_that_make_places_at_one_counter_at_once_make_one() throws InterruptedException, ExecutionException {
        var nine = span("2021-04-27T09:00");
        var quarterPast = span("2021-04-27T09:15");
        try (var node = Executors.newSingleThreadExecutor()) {
            var transactions = world.get(Transactions.class);
            var second = transactions.of(_ -> {
                assertThat(places().add(World.AUTHORITY, World.POOL, Set.of(nine)))
                        .containsExactly(nine);
                var other = node.submit(
                        () -> transactions.of(_ -> places().add(World.AUTHORITY, "remise", Set.of(quarterPast))));
                while (world.blocked() == 0 && !other.isDone()) {
                    Thread.onSpinWait();
                }
                return other;
            });
            assertThat(second.get()).isEmpty();
        }
        assertThat(places().add(World.AUTHORITY, World.POOL, Set.of(quarterPast, span("2021-04-27T09:30"))))
                .as("right after it")
                .containsExactly(span("2021-04-27T09:30"));
    }

    private static Plan.Span span(String start) {
        var at = World.paris(start);
        return new Plan.Span("charcot", 1, at, at.plus(Duration.ofMinutes(30)));
    }

    private Catalogue rules() {
        return world.get(Catalogues.class).of(World.AUTHORITY);
    }

    private Catalogue closedOn(LocalDate day) {
        var rules = rules();
        var closure = new Catalogue.Closure("charcot", day, day, Localized.same("Grève"));
        return new Catalogue(
                rules.authority(),
                rules.centres(),
                rules.procedures(),
                rules.openings(),
                List.of(closure),
                rules.agents(),
                rules.voidings(),
                rules.shared());
    }

    private PublishPlaces.Published publish(Catalogue catalogue) {
        return world.get(Transactions.class)
                .of(now -> world.get(PublishPlaces.class).publish(World.AUTHORITY, catalogue, World.POOL, now));
    }

    private Places places() {
        return world.get(Places.class);
    }

    private List<Place> ahead() {
        return places().ahead(World.AUTHORITY, World.POOL, World.START);
    }
}
