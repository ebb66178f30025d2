package org.guichet.core.allot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.guichet.core.allot.SmallWorld.Kind;
import org.guichet.core.allot.check.OutcomeCheck;
import org.jgrapht.alg.matching.HopcroftKarpMaximumCardinalityBipartiteMatching;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleGraph;
import org.junit.jupiter.api.Test;

/** What holds in every world. */
final class RandomWorldsTest {
    @Test
    void every_decision_is_the_one_that_the_definition_gives() {
        SmallWorld.forEach(
                2000,
                20210422,
                Kind.ALL,
                world -> assertThat(Definition.of(world.outcome())).isEqualTo(Definition.of(world)));
    }

    @Test
    void every_outcome_is_one_that_the_input_allows() {
        var byPrecedence = new HashSet<String>();
        SmallWorld.forEach(2000, 20210428, Kind.ALL, world -> {
            var outcome = world.outcome();
            assertThat(OutcomeCheck.fault(world.input(), outcome)).isEmpty();
            outcome.given().stream().filter(Given::byPrecedence).forEach(it -> byPrecedence.add(it.label()));
        });
        assertThat(byPrecedence).isNotEmpty();
    }

    @Test
    void without_classes_every_decision_is_the_one_that_the_definition_gives() {
        SmallWorld.forEach(
                1000,
                20210423,
                Kind.GROUPS,
                world -> assertThat(Definition.of(world.outcome())).isEqualTo(Definition.of(world)));
    }

    @Test
    void with_one_tier_as_many_single_persons_are_served_as_can_be_at_all() {
        SmallWorld.forEach(
                2000,
                20210424,
                Kind.SINGLES,
                world -> assertThat(world.outcome().given()).hasSize(mostThatCanBeServed(world)));
    }

    @Test
    void nobody_has_a_place_while_somebody_before_could_have_been_served_too() {
        SmallWorld.forEach(1000, 20210425, Kind.SINGLES, world -> {
            var served = new HashSet<String>();
            for (var turn : world.line()) {
                // Whoever can be served together with those before must be.
                served.add(turn.label());
                if (mostThatCanBeServed(only(world, served)) < served.size()) {
                    served.remove(turn.label());
                }
            }
            assertThat(labels(world.outcome())).isEqualTo(served);
        });
    }

    @Test
    void no_block_that_somebody_in_the_line_accepts_stays_free() {
        SmallWorld.forEach(2000, 20210426, Kind.ALL, world -> {
            var outcome = world.outcome();
            var taken = outcome.given().stream()
                    .map(Given::places)
                    .flatMap(Collection::stream)
                    .collect(Collectors.toSet());
            var left = world.stock().places().stream()
                    .filter(it -> !taken.contains(it))
                    .toList();
            var served = labels(outcome);
            for (var turn : world.line()) {
                if (!served.contains(turn.label())) {
                    assertThat(SerialDictatorshipTest.alone(turn, world.stock(), left)
                                    .given())
                            .isEmpty();
                }
            }
        });
    }

    @Test
    void with_tiers_of_one_class_it_is_the_plain_serial_dictatorship() {
        SmallWorld.forEach(1000, 20210427, Kind.TIERS, world -> {
            var narrow = new SmallWorld(
                    world.stock(),
                    world.line().stream().map(it -> narrow(world.stock(), it)).toList(),
                    0);
            assertThat(narrow.outcome()).isEqualTo(SerialDictatorship.allot(narrow.stock(), narrow.line()));
        });
    }

    /** The last place that suits, or as a second choice another at the same centre. */
    private static Turn narrow(Stock stock, Turn turn) {
        var suitable = stock.places().stream()
                .filter(it -> stock.suits(turn.acceptable(), it))
                .toList();
        if (suitable.isEmpty()) {
            return turn;
        }
        var first = suitable.getLast();
        var second = suitable.stream()
                .filter(it -> it.centre().equals(first.centre()))
                .findFirst()
                .orElseThrow();
        return new Turn(
                turn.label(),
                1,
                turn.together(),
                0,
                stock.wish(first.centre()::equals, first.moment()::equals),
                stock.wish(first.centre()::equals, it -> it.equals(first.moment()) || it.equals(second.moment())));
    }

    private static SmallWorld only(SmallWorld world, Set<String> labels) {
        return new SmallWorld(
                world.stock(),
                world.line().stream().filter(it -> labels.contains(it.label())).toList(),
                0);
    }

    private static Set<String> labels(Outcome outcome) {
        return outcome.given().stream().map(Given::label).collect(Collectors.toSet());
    }

    private static int mostThatCanBeServed(SmallWorld world) {
        var graph = new SimpleGraph<Object, DefaultEdge>(DefaultEdge.class);
        world.stock().places().forEach(graph::addVertex);
        for (var turn : world.line()) {
            graph.addVertex(turn);
            world.stock().places().stream()
                    .filter(it -> world.stock().suits(turn.acceptable(), it))
                    .forEach(it -> graph.addEdge(turn, it));
        }
        return new HopcroftKarpMaximumCardinalityBipartiteMatching<>(
                        graph,
                        Set.copyOf(world.line()),
                        Set.copyOf(world.stock().places()))
                .getMatching()
                .getEdges()
                .size();
    }
}
