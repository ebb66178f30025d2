package org.guichet.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.guichet.core.beacon.Announced;
import org.guichet.core.beacon.Chain;
import org.guichet.core.ledger.leaf.Leaf;
import org.guichet.core.ledger.leaf.Quorum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Draws by the fallback, and draws that were voided and held again. */
final class RedrawTest {
    private static final Instant VOIDED = Story.CLOSES.plus(Duration.ofHours(1));
    private static final Announced NEXT = Announced.from(Story.CHAIN.chain(), VOIDED.plus(Announced.PATIENCE));

    @TempDir
    private Path folder;

    @Test
    void the_fallback_may_decide_and_is_named() {
        var fallback = Story.ROUND + 28_800;
        var leaves = Story.drawn(Story.REQUESTS);
        Story.decide(leaves, Story.BEACON, fallback);
        assertThat(verify(leaves, 0))
                .contains("round " + Story.ROUND + " could not be had for a day, so that " + fallback + " decided");
    }

    @Test
    void a_fallback_that_somebody_chose_is_named() {
        var leaves = Story.leaves();
        var window = (Leaf.Window) leaves.get(1);
        var chosen = new Announced(Story.ROUND, Story.ROUND + 1);
        leaves.set(
                1, new Leaf.Window(Story.FIRST, window.opens(), window.closes(), window.chain(), chosen, Quorum.NONE));
        assertThat(verify(leaves, 1))
                .contains("the fallback " + (Story.ROUND + 1) + " is not the first round a day after round "
                        + Story.ROUND + ".");
    }

    @Test
    void a_draw_is_voided_with_its_reason_and_held_again() {
        var leaves = voided(new Leaf.Voided(Story.FIRST, VOIDED, NEXT, "Une faute du programme."));
        assertThat(verify(leaves, 0)).contains("Not drawn again yet: window 1");
        addDraw(leaves, NEXT.round());
        assertThat(verify(leaves, 0))
                .contains("was voided at " + VOIDED + " for this reason: Une faute du programme.")
                .contains("That the voiding of window 1 of pool paris-cre-charcot was published before round "
                        + NEXT.round() + " of its next draw was known: its window declares no witness");
    }

    @Test
    void a_next_draw_by_the_first_round_is_named() {
        var leaves = voided(new Leaf.Voided(Story.FIRST, VOIDED, NEXT, "Elle ne plaît pas."));
        addDraw(leaves, Story.ROUND);
        assertThat(verify(leaves, 1)).contains("the beacon is of round " + Story.ROUND + ", but round " + NEXT.round());
    }

    @Test
    void a_round_that_could_be_known_when_the_draw_was_voided_is_named() {
        var soon = Announced.from(Story.CHAIN.chain(), VOIDED.plusSeconds(60));
        var leaves = voided(new Leaf.Voided(Story.FIRST, VOIDED, soon, "Encore."));
        assertThat(verify(leaves, 1)).contains("less than a day after it was announced at " + VOIDED);
    }

    @Test
    void a_draw_is_voided_once() {
        var leaf = new Leaf.Voided(Story.FIRST, VOIDED, NEXT, "Encore.");
        var leaves = voided(leaf);
        leaves.add(leaf);
        assertThat(verify(leaves, 1)).contains("the window has a second void; the first is leaf " + (Story.ORDER + 1));
    }

    @Test
    void a_draw_that_gave_places_is_void_no_more() {
        var leaves = Story.leaves();
        leaves.add(new Leaf.Voided(Story.FIRST, VOIDED, NEXT, "Trop tard."));
        assertThat(verify(leaves, 1)).contains("the draw is voided after a run gave places by it, leaf 10.");
    }

    @Test
    void a_draw_before_the_seal_cannot_be_void() {
        var leaves = Story.leaves();
        leaves.add(Story.SEAL, new Leaf.Voided(Story.FIRST, VOIDED, NEXT, "Trop tôt."));
        assertThat(verify(leaves, 1)).contains("the draw is voided before the list is sealed.");
    }

    @Test
    void rounds_at_the_end_of_all_numbers_are_named_and_break_nothing() {
        var last = new Announced(Chain.ROUND_MAX - 1, Chain.ROUND_MAX);
        var leaves = Story.leaves();
        leaves.set(
                1,
                new Leaf.Window(
                        Story.FIRST,
                        Story.OPENS,
                        Story.CLOSES,
                        Story.CHAIN.chain().hash(),
                        last,
                        Quorum.NONE));
        leaves.add(Story.ORDER + 1, new Leaf.Voided(Story.FIRST, Story.CLOSES, last, "Encore."));
        var fault = ", window 1 of pool paris-cre-charcot: the fallback 999999999999 is not the first round a day after"
                + " round 999999999998.";
        assertThat(verify(leaves, 1)).contains("Leaf 1" + fault, "Leaf 10" + fault);
    }

    private static List<Leaf> voided(Leaf.Voided leaf) {
        var leaves = Story.drawn(Story.REQUESTS);
        leaves.add(leaf);
        return leaves;
    }

    private static void addDraw(List<Leaf> leaves, long round) {
        leaves.add(leaves.get(Story.BEACON));
        leaves.add(leaves.get(Story.ORDER));
        Story.decide(leaves, leaves.size() - 2, round);
    }

    private String verify(List<Leaf> leaves, int exitCode) {
        var run = Run.of(new TestJournal(folder).publish(leaves).folder());
        assertThat(run.exitCode()).as(run.out()).isEqualTo(exitCode);
        return run.out();
    }
}
