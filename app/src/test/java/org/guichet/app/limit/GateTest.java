package org.guichet.app.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.guichet.app.World;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Network;
import org.guichet.app.platform.Transactions;
import org.guichet.app.platform.Vault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GateTest {
    private static final Source SOMEWHERE = source("203.0.113.9");
    private static final Source NEXT_DOOR = source("203.0.113.200");
    private static final Source ELSEWHERE = source("198.51.100.7");
    private static final List<String> NOBODY = List.of();

    private final World world = World.fresh();
    private final Gate gate = node();

    @Test
    void one_network_is_full_and_nobody_else_is() {
        ask(gate, SOMEWHERE, Limits.ASKED_FROM_NETWORK_MAX);
        assertThat(gate.ask(World.AUTHORITY, NEXT_DOOR, List.of()).map(Full::bound))
                .contains(Bound.ASKED_FROM_NETWORK);
        assertThat(gate.ask(World.AUTHORITY, ELSEWHERE, List.of())).isEmpty();
        assertThat(gate.ask(World.AUTHORITY, new Source(Optional.empty()), List.of()))
                .isEmpty();
    }

    @Test
    void the_same_form_counts_once_however_often_it_is_sent() {
        var form = UUID.randomUUID();
        for (int i = 0; i <= Limits.ASKED_FOR_CONTACT_MAX; i++) {
            assertThat(gate.ask(World.AUTHORITY, SOMEWHERE, form, List.of("a@example.org"), NOBODY))
                    .isEmpty();
        }
        for (int i = 1; i < Limits.ASKED_FOR_CONTACT_MAX; i++) {
            assertThat(gate.ask(World.AUTHORITY, SOMEWHERE, UUID.randomUUID(), List.of("a@example.org"), NOBODY))
                    .isEmpty();
        }
        var another = UUID.randomUUID();
        assertThat(gate.ask(World.AUTHORITY, SOMEWHERE, another, List.of("a@example.org"), NOBODY))
                .isPresent();
        assertThat(gate.ask(World.AUTHORITY, SOMEWHERE, another, List.of("a@example.org"), NOBODY))
                .isPresent();
        assertThat(gate.ask(World.AUTHORITY, SOMEWHERE, form, List.of("a@example.org"), NOBODY))
                .isEmpty();
    }

    @Test
    void it_is_told_when_it_ends_and_then_it_ends() {
        ask(gate, SOMEWHERE, Limits.ASKED_FROM_NETWORK_MAX);
        var full = gate.ask(World.AUTHORITY, SOMEWHERE, List.of()).orElseThrow();
        assertThat(full.until()).isEqualTo(World.paris("2021-04-02T11:00"));
        world.clock().set(full.until());
        assertThat(gate.ask(World.AUTHORITY, SOMEWHERE, List.of())).isEmpty();
    }

    @Test
    void a_declared_connection_may_do_so_many_times_as_much() {
        var library = source("192.0.2.4");
        ask(gate, library, 3 * Limits.ASKED_FROM_NETWORK_MAX);
        assertThat(gate.ask(World.AUTHORITY, library, List.of())).isPresent();
    }

    @Test
    void one_letter_box_stands_for_many_but_not_for_any_number_however_it_is_typed() {
        for (int i = 0; i < Limits.ASKED_FOR_CONTACT_MAX; i++) {
            assertThat(gate.reach(World.AUTHORITY, List.of("a@example.org"))).isEmpty();
        }
        assertThat(gate.reach(World.AUTHORITY, List.of("A@Example.ORG")).map(Full::bound))
                .contains(Bound.ASKED_FOR_CONTACT);
        assertThat(gate.reach(World.AUTHORITY, List.of("b@example.org"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"06.12.34.56.78", "+33 6 12 34 56 78", "0033612345678", "06 12 34 56 78 ext. 9", "٠٦ ١٢ ٣٤ ٥٦ ٧٨"
            })
    void a_telephone_is_the_same_however_it_is_typed(String typed) {
        for (int i = 0; i < Limits.ASKED_FOR_CONTACT_MAX; i++) {
            gate.reach(World.AUTHORITY, List.of("06 12 34 56 78"));
        }
        assertThat(gate.reach(World.AUTHORITY, List.of(typed)).map(Full::bound)).contains(Bound.ASKED_FOR_CONTACT);
    }

    @Test
    void a_declared_association_stands_for_more() {
        for (int i = 0; i < 3 * Limits.ASKED_FOR_CONTACT_MAX; i++) {
            assertThat(gate.reach(World.AUTHORITY, List.of("Accueil@asso.example")))
                    .isEmpty();
        }
        assertThat(gate.reach(World.AUTHORITY, List.of("accueil@asso.example"))).isPresent();
    }

    @Test
    void a_declared_telephone_stands_for_more_however_it_is_typed() {
        for (int i = 0; i < 3 * Limits.ASKED_FOR_CONTACT_MAX; i++) {
            assertThat(gate.reach(World.AUTHORITY, List.of("+33 1 23 45 67 89")))
                    .isEmpty();
        }
        assertThat(gate.reach(World.AUTHORITY, List.of("0123456789"))).isPresent();
    }

    @Test
    void nodes_count_together() {
        var began = System.nanoTime();
        var counts = counts();
        var other = counts();
        ask(node(counts), SOMEWHERE, Limits.ASKED_FROM_NETWORK_MAX / 2);
        ask(node(other), SOMEWHERE, Limits.ASKED_FROM_NETWORK_MAX / 2);
        // Each tells the other once a second.
        var unheard = node(other).ask(World.AUTHORITY, SOMEWHERE, List.of()).isEmpty();
        assertThat(unheard || System.nanoTime() - began > Limits.COUNTS_TOLD_EVERY.toNanos())
                .isTrue();
        counts.tell();
        other.tell();
        assertThat(node(other).ask(World.AUTHORITY, SOMEWHERE, List.of())).isPresent();
        var third = counts();
        for (var i = 0; i < 3; i++) {
            node(third).ask(World.AUTHORITY, SOMEWHERE, List.of());
        }
        third.tell();
        assertThat(node(third).ask(World.AUTHORITY, SOMEWHERE, List.of())).isPresent();
    }

    @Test
    void whoever_comes_once_leaves_nothing_in_the_database() {
        var counts = counts();
        var contacts = List.of("a@example.org", "0612345678");
        node(counts).ask(World.AUTHORITY, SOMEWHERE, UUID.randomUUID(), contacts, List.of("aminata"));
        counts.tell();
        assertThat(world.count("tally")).isZero();
    }

    @Test
    void tries_at_the_same_moment_on_several_nodes_are_five_all_the_same() throws Exception {
        var nodes = List.of(node(), node());
        assertThat(passed(50, i -> nodes.get(i % 2).tryNumber(World.AUTHORITY, SOMEWHERE, "482901736547")))
                .isEqualTo(Limits.BIRTH_TRIES_MAX);
    }

    @Test
    void a_number_rests_for_a_day_from_the_first_try_on() {
        for (int i = 0; i < Limits.BIRTH_TRIES_MAX; i++) {
            gate.tryNumber(World.AUTHORITY, SOMEWHERE, "482901736547");
        }
        var full = gate.tryNumber(World.AUTHORITY, SOMEWHERE, "482901736547").orElseThrow();
        assertThat(full.until()).isEqualTo(World.START.plus(Limits.BIRTH_TRIES_WITHIN));
        world.clock().set(full.until());
        assertThat(gate.tryNumber(World.AUTHORITY, SOMEWHERE, "482901736547")).isEmpty();
    }

    @Test
    void who_tries_many_numbers_is_known_by_the_network() {
        for (int i = 0; i < Limits.TRIED_FROM_NETWORK_MAX; i++) {
            gate.triedInVain(World.AUTHORITY, SOMEWHERE);
        }
        assertThat(gate.tryNumber(World.AUTHORITY, NEXT_DOOR, "482901736547").map(Full::bound))
                .contains(Bound.TRIED_FROM_NETWORK);
        assertThat(gate.tryNumber(World.AUTHORITY, ELSEWHERE, "482901736547")).isEmpty();
    }

    @Test
    void what_is_over_is_forgotten() {
        gate.tryNumber(World.AUTHORITY, SOMEWHERE, "482901736547");
        world.job("forget-counts");
        assertThat(world.count("tally")).isEqualTo(1);
        world.clock().set(World.START.plus(Limits.BIRTH_TRIES_WITHIN));
        world.job("forget-counts");
        assertThat(world.count("tally")).isZero();
    }

    private interface Try {
        Optional<Full> number(int i);
    }

    private static long passed(int count, Try work) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var passed = 0;
            for (var each : threads.invokeAll(IntStream.range(0, count)
                    .<Callable<Boolean>>mapToObj(i -> () -> work.number(i).isEmpty())
                    .toList())) {
                passed += each.get() ? 1 : 0;
            }
            return passed;
        }
    }

    private static void ask(Gate gate, Source source, int count) {
        for (int i = 0; i < count; i++) {
            assertThat(gate.ask(World.AUTHORITY, source, List.of())).isEmpty();
        }
    }

    private Counts counts() {
        return new Counts(world.get(Tally.class));
    }

    private Gate node() {
        return node(counts());
    }

    private Gate node(Counts counts) {
        return node(world, counts);
    }

    static Gate node(World world, Counts counts) {
        return new Gate(
                counts,
                world.get(Tally.class),
                world.get(Catalogues.class),
                world.get(Vault.class),
                world.get(Transactions.class));
    }

    static Source source(String address) {
        return new Source(Network.address(address));
    }
}
