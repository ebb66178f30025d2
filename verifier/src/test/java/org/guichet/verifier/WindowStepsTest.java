package org.guichet.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.guichet.core.beacon.Announced;
import org.guichet.core.beacon.Round;
import org.guichet.core.draw.Draw;
import org.guichet.core.ledger.leaf.Leaf;
import org.guichet.core.ledger.leaf.Quorum;
import org.guichet.core.ledger.leaf.WindowId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The steps of a window, altered one thing at a time. */
final class WindowStepsTest {
    @TempDir
    private Path folder;

    @Test
    void a_request_missing_from_the_sealed_list_is_named() {
        var leaves = Story.leaves();
        leaves.set(Story.SEAL, Story.seal(Story.labels(4)));
        assertIsWrong(
                leaves,
                "Leaf 7, window 1 of pool paris-cre-charcot: the seal counts 4 requests, but the journal"
                        + " has 5 before it.");
    }

    @Test
    void a_request_exchanged_in_the_sealed_list_is_named() {
        var labels = new ArrayList<>(Story.labels(5));
        labels.set(2, Story.label(77));
        var leaves = Story.leaves();
        leaves.set(Story.SEAL, Story.seal(labels));
        assertIsWrong(
                leaves,
                "Leaf 7, window 1 of pool paris-cre-charcot: the root of the seal is not that of the"
                        + " requests in the journal.");
    }

    @Test
    void a_request_after_the_seal_is_named() {
        var leaves = Story.leaves();
        leaves.add(new Leaf.Request(Story.FIRST, Story.label(99)));
        assertIsWrong(
                leaves,
                "Leaf 14, window 1 of pool paris-cre-charcot: the request stands after the seal of its"
                        + " window, leaf 7.");
    }

    @Test
    void a_request_before_its_window_is_named() {
        var leaves = Story.leaves();
        Collections.swap(leaves, 1, 2);
        assertIsWrong(leaves, "Leaf 1, window 1 of pool paris-cre-charcot: no leaf before it announces this window.");
    }

    @Test
    void a_label_that_stands_twice_is_named_even_in_another_window() {
        var leaves = Story.leaves();
        leaves.add(new Leaf.Request(Story.SECOND, Story.label(3)));
        assertIsWrong(leaves, "Leaf 14: the request has the same label as leaf 5; a label stands in a journal once.");
    }

    @Test
    void a_regime_that_changes_after_a_draw_is_sound() {
        var leaves = Story.leaves();
        leaves.add(new Leaf.Regime(Story.POOL, Story.CLOSES, true));
        leaves.add(new Leaf.Regime(Story.POOL, Story.CLOSES, false));
        var run = Run.of(new TestJournal(folder).publish(leaves).folder());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Changes between choosing places and drawing them: 2.");
    }

    @Test
    void places_chosen_before_the_first_draw_are_named() {
        var leaves = Story.leaves();
        leaves.add(Story.ORDER, new Leaf.Regime(Story.POOL, Story.OPENS, true));
        assertIsWrong(leaves, "Leaf 9: the places of pool paris-cre-charcot are chosen before its first draw.");
    }

    @Test
    void a_regime_said_twice_or_going_back_in_time_is_named() {
        var leaves = Story.leaves();
        leaves.add(new Leaf.Regime(Story.POOL, Story.CLOSES, false));
        leaves.add(new Leaf.Regime(Story.POOL, Story.CLOSES, true));
        leaves.add(new Leaf.Regime(Story.POOL, Story.OPENS, false));
        assertIsWrong(
                leaves,
                "Leaf 14: the regime of pool paris-cre-charcot was this one already.",
                "Leaf 16: the regime of pool paris-cre-charcot changed at 2021-04-04T22:00:00Z, before it changed the"
                        + " last time.");
    }

    @Test
    void a_label_that_stands_twice_in_one_list_is_named() {
        var leaves = Story.leaves();
        leaves.add(Story.SEAL, new Leaf.Request(Story.FIRST, Story.label(3)));
        assertIsWrong(leaves, "Leaf 7: the request has the same label as leaf 5");
    }

    @Test
    void a_seal_after_the_beacon_is_named() {
        var leaves = Story.leaves();
        Collections.swap(leaves, Story.SEAL, Story.BEACON);
        assertIsWrong(leaves, "Leaf 7, window 1 of pool paris-cre-charcot: the beacon stands before any seal");
    }

    @Test
    void an_order_before_the_beacon_is_named() {
        var leaves = Story.leaves();
        Collections.swap(leaves, Story.BEACON, Story.ORDER);
        assertIsWrong(leaves, "Leaf 8, window 1 of pool paris-cre-charcot: the order stands before the beacon.");
    }

    @Test
    void a_second_seal_beacon_order_or_announcement_is_named() {
        var leaves = Story.leaves();
        leaves.addAll(
                List.of(leaves.get(1), leaves.get(Story.SEAL), leaves.get(Story.BEACON), leaves.get(Story.ORDER)));
        assertIsWrong(
                leaves,
                "Leaf 14, window 1 of pool paris-cre-charcot: the window was announced before, at leaf 1.",
                "Leaf 15, window 1 of pool paris-cre-charcot: the window has a second seal; the first is leaf 7.",
                "Leaf 16, window 1 of pool paris-cre-charcot: the window has a second beacon; the first is leaf 8.",
                "Leaf 17, window 1 of pool paris-cre-charcot: the window has a second order; the first is leaf 9.");
    }

    @Test
    void a_beacon_of_another_round_is_named_even_if_it_is_valid() {
        var leaves = Story.leaves();
        leaves.set(Story.BEACON, new Leaf.Beacon(Story.FIRST, Story.CHAIN.round(Story.ROUND + 1)));
        assertIsWrong(
                leaves,
                "Leaf 8, window 1 of pool paris-cre-charcot: the beacon is of round " + (Story.ROUND + 1)
                        + ", but round " + Story.ROUND + " was announced, and " + (Story.ROUND + 28_800)
                        + " in its place.");
    }

    @Test
    void a_beacon_that_is_not_the_signature_of_its_round_is_named() {
        var leaves = Story.leaves();
        var forged = Round.of(Story.ROUND, Story.CHAIN.round(Story.ROUND + 1).signature());
        leaves.set(Story.BEACON, new Leaf.Beacon(Story.FIRST, forged));
        assertIsWrong(
                leaves,
                "Leaf 8, window 1 of pool paris-cre-charcot: the beacon is refused, since the signature"
                        + " is not this chain's signature of this round.");
    }

    @Test
    void an_edited_order_is_named() {
        var leaves = Story.leaves();
        var seal = (Leaf.Seal) leaves.get(Story.SEAL);
        var order = new ArrayList<>(
                Story.order(seal, Story.CHAIN.round(Story.ROUND), Story.CHAIN.chain(), Story.labels(5)));
        Collections.swap(order, 0, 4);
        leaves.set(Story.ORDER, new Leaf.Order(Story.FIRST, 5, Draw.root(order)));
        assertIsWrong(
                leaves,
                "Leaf 9, window 1 of pool paris-cre-charcot: the published order is not the one that was" + " drawn.");
    }

    @Test
    void an_order_of_fewer_requests_is_named() {
        var leaves = Story.leaves();
        leaves.set(Story.ORDER, new Leaf.Order(Story.FIRST, 4, Story.hash("order")));
        assertIsWrong(
                leaves,
                "Leaf 9, window 1 of pool paris-cre-charcot: the order counts 4 requests, but 5 were" + " drawn.");
    }

    @Test
    void a_round_known_before_the_closing_is_named() {
        var leaves = Story.leaves();
        var early = Announced.from(Story.CHAIN.chain(), Story.CLOSES.minusSeconds(60));
        leaves.set(
                1,
                new Leaf.Window(
                        Story.FIRST,
                        Story.OPENS,
                        Story.CLOSES,
                        Story.CHAIN.chain().hash(),
                        early,
                        Quorum.NONE));
        assertIsWrong(
                leaves,
                "Leaf 1, window 1 of pool paris-cre-charcot: the announced round " + early.round()
                        + " is known at 2021-04-11T21:59:00Z, before the window closes at 2021-04-11T22:00:00Z.");
    }

    @Test
    void a_window_that_closes_before_it_opens_is_named() {
        var leaves = Story.leaves();
        leaves.set(1, Story.window(Story.FIRST, Story.CLOSES, Story.CLOSES));
        assertIsWrong(leaves, "Leaf 1, window 1 of pool paris-cre-charcot: the window does not open before it closes.");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1})
    void a_window_that_overlaps_or_leaves_a_gap_or_skips_a_number_is_named(long seconds) {
        var leaves = Story.leaves();
        var opens = Story.CLOSES.plusSeconds(seconds);
        leaves.set(12, Story.window(new WindowId(Story.POOL, 3), opens, Story.CLOSES.plus(Duration.ofDays(7))));
        leaves.removeLast();
        assertIsWrong(
                leaves,
                "Leaf 12, window 3 of pool paris-cre-charcot: the window of this pool before it has the number 1.",
                "Leaf 12, window 3 of pool paris-cre-charcot: the window opens at " + opens
                        + ", but the one before it closes at " + Story.CLOSES + ".");
    }

    @Test
    void a_chain_nobody_knows_is_named() {
        var leaves = Story.leaves();
        var announced = Announced.from(Story.CHAIN.chain(), Story.CLOSES);
        leaves.set(
                1,
                new Leaf.Window(
                        Story.FIRST, Story.OPENS, Story.CLOSES, Story.hash("my own chain"), announced, Quorum.NONE));
        assertIsWrong(
                leaves,
                "Leaf 1, window 1 of pool paris-cre-charcot: the chain is neither quicknet nor the"
                        + " rehearsal of this site.");
    }

    private void assertIsWrong(List<Leaf> leaves, String... sentences) {
        var run = Run.of(new TestJournal(folder).publish(leaves).folder());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains(sentences).contains("Something is wrong with this journal.");
    }
}
