package org.guichet.app.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.app.World;
import org.guichet.app.platform.Limits;
import org.junit.jupiter.api.Test;

/** One request is enough for a person; ten pass, and nobody is shut out by those of somebody else. */
final class PersonBoundTest {
    private static final Source SOMEWHERE = GateTest.source("203.0.113.9");
    private static final Source NEXT_DOOR = GateTest.source("203.0.113.200");
    private static final Source ELSEWHERE = GateTest.source("198.51.100.7");

    private final World world = World.fresh();
    private final Gate gate = GateTest.node(world, new Counts(world.get(Tally.class)));

    @Test
    void one_person_is_asked_for_ten_times_a_week_from_one_network_and_from_every_other_one() {
        askFor(gate, SOMEWHERE, Limits.ASKED_FOR_PERSON_MAX, "aminata");
        assertThat(askFor(gate, NEXT_DOOR, "aminata").map(Full::bound)).contains(Bound.ASKED_FOR_PERSON);
        assertThat(askFor(gate, NEXT_DOOR, "karim", "aminata"))
                .as("in a group too")
                .isPresent();
        assertThat(askFor(gate, SOMEWHERE, "karim")).isEmpty();
        assertThat(askFor(gate, ELSEWHERE, "aminata")).as("nobody is shut out").isEmpty();
        assertThat(askFor(gate, new Source(Optional.empty()), "aminata")).isEmpty();
    }

    @Test
    void the_same_form_counts_once_for_its_person() {
        var form = UUID.randomUUID();
        for (int i = 0; i <= Limits.ASKED_FOR_PERSON_MAX; i++) {
            assertThat(gate.ask(World.AUTHORITY, SOMEWHERE, form, List.of(), List.of("aminata")))
                    .isEmpty();
        }
        askFor(gate, SOMEWHERE, Limits.ASKED_FOR_PERSON_MAX - 1, "aminata");
        assertThat(askFor(gate, SOMEWHERE, "aminata")).isPresent();
        assertThat(gate.ask(World.AUTHORITY, SOMEWHERE, form, List.of(), List.of("aminata")))
                .isEmpty();
    }

    @Test
    void a_person_can_be_asked_for_again_when_it_was_said() {
        askFor(gate, SOMEWHERE, Limits.ASKED_FOR_PERSON_MAX, "aminata");
        var full = askFor(gate, SOMEWHERE, "aminata").orElseThrow();
        assertThat(full.rest()).isPositive().isLessThanOrEqualTo(Limits.ASKED_FOR_PERSON_WITHIN);
        world.clock().set(full.until());
        assertThat(askFor(gate, SOMEWHERE, "aminata")).isEmpty();
    }

    @Test
    void a_contact_that_is_full_counts_for_no_person() {
        for (int i = 0; i < Limits.ASKED_FOR_CONTACT_MAX; i++) {
            gate.reach(World.AUTHORITY, List.of("a@example.org"));
        }
        for (int i = 0; i < Limits.ASKED_FOR_PERSON_MAX; i++) {
            gate.ask(World.AUTHORITY, SOMEWHERE, UUID.randomUUID(), List.of("a@example.org"), List.of("aminata"));
        }
        assertThat(askFor(gate, SOMEWHERE, "aminata")).isEmpty();
    }

    @Test
    void nodes_count_a_person_together() {
        var counts = new Counts(world.get(Tally.class));
        var other = new Counts(world.get(Tally.class));
        askFor(GateTest.node(world, counts), SOMEWHERE, Limits.ASKED_FOR_PERSON_MAX / 2, "aminata");
        askFor(GateTest.node(world, other), SOMEWHERE, Limits.ASKED_FOR_PERSON_MAX / 2, "aminata");
        counts.tell();
        other.tell();
        assertThat(askFor(GateTest.node(world, other), SOMEWHERE, "aminata")).isPresent();
    }

    private static void askFor(Gate gate, Source source, int count, String person) {
        for (int i = 0; i < count; i++) {
            assertThat(askFor(gate, source, person)).isEmpty();
        }
    }

    private static Optional<Full> askFor(Gate gate, Source source, String... persons) {
        return gate.ask(World.AUTHORITY, source, UUID.randomUUID(), List.of(), List.of(persons));
    }
}
