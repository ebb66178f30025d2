package org.guichet.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.guichet.core.beacon.Announced;
import org.guichet.core.beacon.Chain;
import org.guichet.core.beacon.Round;
import org.guichet.core.draw.Draw;
import org.guichet.core.ledger.leaf.Leaf;
import org.guichet.core.ledger.leaf.Quorum;
import org.guichet.core.text.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole journals, and single requests in them. */
final class JournalTest {
    @TempDir
    private Path folder;

    @Test
    void a_sound_journal_holds_and_says_what_it_cannot_know() {
        var run = verify(Story.leaves());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("Everything that was checked holds.")
                .contains("lists that are the sealed ones: 1")
                .contains("Requests, each held against its window, its seal and all other labels: 6.")
                .contains("orders that were run again and are the published ones: 1")
                .contains("That every request made was recorded: each person's receipt has the proof")
                .contains("Not drawn yet: window 2 of pool paris-cre-charcot, which has 1 requests so far.")
                .contains("What the 1 runs of the allotment did")
                .contains("What the 1 events say");
    }

    @Test
    void a_rehearsal_is_called_one_loudly() {
        assertThat(verify(Story.leaves()).out()).contains("*** REHEARSAL").contains("\nREHEARSAL. Everything");
    }

    @Test
    void a_journal_decided_by_quicknet_holds_and_is_no_rehearsal() throws FormatException {
        var run = verify(decidedByQuicknet(Round.parse(
                1000,
                "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39")));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).doesNotContain("REHEARSAL").contains("published ones: 1");
    }

    @Test
    void a_window_sealed_and_not_drawn_is_no_fault() {
        var run = verify(Story.leaves().subList(0, Story.BEACON));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("Not drawn yet: window 1 of pool paris-cre-charcot, which has 5 requests and is sealed.");
    }

    @Test
    void an_empty_journal_holds() {
        assertThat(verify(List.of()).exitCode()).isZero();
    }

    @Test
    void a_journal_of_many_bundles_holds() {
        var run = verify(Story.drawn(1500));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("The 1505 entries have the root");
    }

    @Test
    void an_entry_that_is_no_leaf_is_named() {
        var entries = new ArrayList<>(Story.leaves().stream().map(Leaf::bytes).toList());
        entries.set(11, "guichet.org/offer@v1\npool Paris\n".getBytes(UTF_8));
        new TestJournal(folder).publishEntries(entries);
        var run = Run.of(folder);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("Leaf 11: the entry is no leaf of a journal, since the pool code");
    }

    @Test
    void a_person_finds_the_own_place_recomputed() {
        var seal = (Leaf.Seal) Story.leaves().get(Story.SEAL);
        var order = Story.order(seal, Story.CHAIN.round(Story.ROUND), Story.CHAIN.chain(), Story.labels(5));
        new TestJournal(folder).publish(Story.leaves());
        for (var place = 1; place <= 5; place++) {
            var lot = order.get(place - 1);
            var run = Run.of(folder, "--label", lot.label().hex());
            assertThat(run.exitCode()).isZero();
            assertThat(run.out())
                    .contains("window 1 of pool paris-cre-charcot: the request with the label "
                            + lot.label().hex() + " has place " + place + " of 5 (position " + lot.position() + ").");
        }
    }

    @Test
    void a_request_not_drawn_yet_is_found_and_said_to_be_recorded() {
        new TestJournal(folder).publish(Story.leaves());
        assertThat(Run.of(folder, "--label", Story.label(1000).hex()).out())
                .contains("Leaf 13, window 2 of pool paris-cre-charcot")
                .contains("is recorded; its draw is not decided");
    }

    @Test
    void a_label_that_is_nowhere_is_said_to_be_missing() {
        new TestJournal(folder).publish(Story.leaves());
        var run = Run.of(folder, "--label", Story.label(9999).hex());
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("no request of this journal has the label "
                        + Story.label(9999).hex());
    }

    @Test
    void many_faults_are_counted_and_not_all_shown() {
        var leaves = new ArrayList<Leaf>();
        for (var i = 0; i < 150; i++) {
            leaves.add(new Leaf.Request(Story.FIRST, Story.label(i)));
        }
        assertIsWrong(leaves, "- And 50 more.");
    }

    private static List<Leaf> decidedByQuicknet(Round round) {
        var opens = Instant.parse("2023-08-23T14:00:00Z");
        var closes = Instant.parse("2023-08-23T15:30:00Z");
        var leaves = new ArrayList<Leaf>();
        var announced = Announced.from(Chain.QUICKNET, Chain.QUICKNET.timeOf(1000));
        leaves.add(new Leaf.Window(Story.FIRST, opens, closes, Chain.QUICKNET.hash(), announced, Quorum.NONE));
        Story.labels(5).forEach(label -> leaves.add(new Leaf.Request(Story.FIRST, label)));
        var seal = Story.seal(Story.labels(5));
        leaves.add(seal);
        leaves.add(new Leaf.Beacon(Story.FIRST, round));
        var order = Story.order(seal, round, Chain.QUICKNET, Story.labels(5));
        leaves.add(new Leaf.Order(Story.FIRST, 5, Draw.root(order)));
        return leaves;
    }

    private Run verify(List<Leaf> leaves) {
        return Run.of(new TestJournal(folder).publish(leaves).folder());
    }

    private void assertIsWrong(List<Leaf> leaves, String... sentences) {
        var run = verify(leaves);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains(sentences).contains("Something is wrong with this journal.");
    }
}
