package org.guichet.core.allot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.guichet.core.allot.SmallWorld.Kind;
import org.guichet.core.allot.check.RefusalCheck;
import org.guichet.core.ledger.Hash;
import org.guichet.core.text.FormatException;
import org.junit.jupiter.api.Test;

final class RefusalTest {
    @Test
    void everybody_refused_has_a_proof_that_an_independent_checker_accepts() {
        var refusals = new ArrayList<Refusal>();
        SmallWorld.forEach(2000, 20210501, Kind.ALL, world -> {
            var outcome = world.outcome();
            for (var refusal : refusals(world, outcome)) {
                assertThat(RefusalCheck.fault(refusal, world.input(), outcome)).isEmpty();
                assertThat(read(refusal, world)).isEqualTo(refusal);
                refusals.add(refusal);
            }
        });
        assertThat(refusals).hasSizeGreaterThan(1000).anyMatch(it -> it.walls().size() > 1);
    }

    @Test
    void no_forged_proof_is_accepted() {
        SmallWorld.forEach(500, 20210502, Kind.ALL, world -> {
            var outcome = world.outcome();
            for (var refusal : refusals(world, outcome)) {
                assertThat(forged(refusal))
                        .allSatisfy(it -> assertThat(RefusalCheck.fault(it, world.input(), outcome))
                                .isPresent());
            }
        });
    }

    @Test
    void nobody_served_and_nobody_absent_is_refused() {
        SmallWorld.forEach(100, 20210503, Kind.ALL, world -> {
            var whyNot = new WhyNot(world.input(), world.outcome());
            assertThat(world.outcome().given())
                    .allMatch(it -> whyNot.refusal(it.label()).isEmpty());
            assertThat(whyNot.refusal("nobody")).isEmpty();
        });
    }

    @Test
    void nobody_left_out_beside_a_free_place_is_explained_away() {
        SmallWorld.forEach(200, 20210504, Kind.ALL, world -> {
            var outcome = world.outcome();
            for (var given : outcome.given()) {
                var without = new Outcome(
                        outcome.given().stream().filter(it -> !it.equals(given)).toList());
                // The boldest lie: every wall there is, and nothing false said of any.
                var forged = new Refusal(
                        world.input().hash(), without.hash(), given.label(), TrueWalls.of(world, without, given));
                assertThat(RefusalCheck.fault(forged, world.input(), without))
                        .contains("a block that the request accepts is stopped by no wall");
            }
        });
    }

    @Test
    void a_refusal_is_written_in_one_way_only() {
        var stock = Stock.of(List.of(SmallWorld.charcot(1, 0), SmallWorld.charcot(1, 1), SmallWorld.loire(1, 1)));
        var head = "guichet.org/refusal@v1\ninput %1$s\noutcome %1$s\nrequest r1\nwalls ".formatted("0".repeat(64));
        assertThat(problem(head + "0\n", stock)).isEmpty();
        assertThat(problem(head + "1\nwall 3 3 0:0-1 1:1\n", stock)).isEmpty();
        for (var wrong : List.of(
                "00\n",
                "0",
                "0\n\n",
                "1\n",
                "1\nwall 3\n",
                "1\nwall 03 3\n",
                "1\nwall 3 -3\n",
                "1\nwall 3 3 0:0,1\n",
                "1\nwall 3 3 0:1-0\n",
                "1\nwall 3 3 0:0-2\n",
                "1\nwall 3 3 2:0\n",
                "1\nwall 3 3 0\n",
                "1\nwall 3 3 0:\n",
                "1\nwall 3 3 0:0-0-1\n",
                "1\nwall 3 3 0:0  1:1\n",
                "1\nwall 3 3 0:0 \n")) {
            assertThat(problem(head + wrong, stock)).as(wrong).isNotEmpty();
        }
        assertThat(problem(head.replace("@v1", "@v2") + "0\n", stock)).isNotEmpty();
    }

    private static String problem(String text, Stock stock) {
        try {
            return Refusal.parse(text, stock).text().equals(text) ? "" : "written in another way";
        } catch (FormatException wrong) {
            return wrong.why();
        }
    }

    private static List<Refusal> forged(Refusal it) {
        var other = Hash.sha256(new byte[0]);
        var forged = new ArrayList<>(List.of(
                new Refusal(other, it.outcome(), it.label(), it.walls()),
                new Refusal(it.input(), other, it.label(), it.walls()),
                new Refusal(it.input(), it.outcome(), "nobody", it.walls())));
        if (!it.walls().isEmpty()) {
            forged.add(new Refusal(it.input(), it.outcome(), it.label(), List.of()));
        }
        for (var i = 0; i < it.walls().size(); i++) {
            var wall = it.walls().get(i);
            forged.add(with(it, i, new Wall(wall.areas(), wall.places(), wall.held() + 1)));
            forged.add(with(it, i, new Wall(wall.areas(), wall.places() + 1, wall.held())));
            forged.add(with(it, i, new Wall(List.of(), wall.places(), wall.held() + 1)));
        }
        return forged;
    }

    private static Refusal with(Refusal refusal, int index, Wall wall) {
        var walls = new ArrayList<>(refusal.walls());
        walls.set(index, wall);
        return new Refusal(refusal.input(), refusal.outcome(), refusal.label(), walls);
    }

    private static List<Refusal> refusals(SmallWorld world, Outcome outcome) {
        var whyNot = new WhyNot(world.input(), outcome);
        return world.line().stream()
                .flatMap(it -> whyNot.refusal(it.label()).stream())
                .toList();
    }

    private static Refusal read(Refusal refusal, SmallWorld world) {
        try {
            return Refusal.parse(refusal.text(), world.stock());
        } catch (FormatException wrong) {
            throw new AssertionError(refusal.text(), wrong);
        }
    }
}
