package org.guichet.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.verifier.WitnessedTest.BEFORE;
import static org.guichet.verifier.WitnessedTest.BOTH;
import static org.guichet.verifier.WitnessedTest.ONE;
import static org.guichet.verifier.WitnessedTest.TWO;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.guichet.core.beacon.Announced;
import org.guichet.core.ledger.Nodes;
import org.guichet.core.ledger.leaf.Leaf;
import org.guichet.core.ledger.leaf.WitnessProof;
import org.guichet.core.ledger.note.TlogProof;
import org.guichet.core.text.FormatException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Draws that were voided, and whether witnesses saw that before the round of the next. */
final class WitnessedRedrawTest {
    private static final String FILE = "/paris-cre-charcot/1";

    @TempDir
    private Path folder;

    private TestJournal journal;
    private final List<Leaf> leaves = new ArrayList<>(Story.leaves());

    @BeforeEach
    void begin() {
        journal = new TestJournal(folder);
        leaves.set(1, WitnessedTest.witnessed((Leaf.Window) leaves.get(1)));
    }

    @Test
    void a_draw_that_is_held_again_counts_if_its_witnesses_saw_the_voiding_before_the_round() throws FormatException {
        var next = heldAgain(Announced::round);
        var known = Story.CHAIN.chain().timeOf(next.round());
        proveVoided(known.minusSeconds(1));
        assertThat(verify(0, "--witness", ONE.verifier().text()))
                .contains("The voiding of window 1 of pool paris-cre-charcot was seen before round " + next.round()
                        + " by the witness one.example/w at " + known.minusSeconds(1) + ".")
                .doesNotContain("its window declares no witness");
    }

    @Test
    void a_voiding_that_nobody_saw_before_the_round_is_named() throws FormatException {
        var next = heldAgain(Announced::round);
        var fault = "Leaf " + (Story.ORDER + 1) + ", window 1 of pool paris-cre-charcot: the next draw does not count,"
                + " for nothing shows that the first was voided before round " + next.round() + " was known: ";
        assertThat(verify(1)).contains(fault + "the file voided" + FILE + " is missing.");
        var known = Story.CHAIN.chain().timeOf(next.round());
        proveVoided(known);
        assertThat(verify(1)).contains(fault + "of the declared witnesses 0 saw it before " + known);
        // The proof of another leaf of the same journal shows nothing of this one.
        write("voided" + FILE, proof(Story.SEAL, BEFORE));
        assertThat(verify(1)).contains(fault + "the path does not lead from the leaf to the root of the log.");
    }

    @Test
    void the_fallback_of_a_next_draw_is_excused_by_a_voiding_that_was_seen_late() throws FormatException {
        var next = heldAgain(Announced::fallback);
        var why = "Why the fallback " + next.fallback() + " decided window 1 of pool paris-cre-charcot: ";
        var known = Story.CHAIN.chain().timeOf(next.round());
        proveVoided(known);
        assertThat(verify(0))
                .contains(why + "the published proof has too few witnesses before round " + next.round()
                        + ". Whether no more of them saw that its first draw was voided in time they can tell");
        proveVoided(known.minusSeconds(1));
        assertThat(verify(0)).contains(why + "its witnesses had seen that its first draw was voided before round");
    }

    /** Publishes a draw that was voided and held again by one of the next rounds; its list was seen in time. */
    private Announced heldAgain(ToLongFunction<Announced> decides) throws FormatException {
        var at = Story.CLOSES.plus(Duration.ofHours(1));
        var next = Announced.from(Story.CHAIN.chain(), at.plus(Announced.PATIENCE));
        var drawn = leaves.subList(0, Story.ORDER + 1);
        drawn.add(new Leaf.Voided(Story.FIRST, at, next, "Une faute du programme."));
        drawn.add(leaves.get(Story.BEACON));
        drawn.add(leaves.get(Story.ORDER));
        var again = new ArrayList<>(drawn);
        Story.decide(again, again.size() - 2, decides.applyAsLong(next));
        leaves.clear();
        leaves.addAll(again);
        journal.publish(leaves);
        write("sealed" + FILE, proof(Story.SEAL, BEFORE));
        return next;
    }

    private void proveVoided(Instant seen) throws FormatException {
        write("voided" + FILE, proof(Story.ORDER + 1, seen));
    }

    /** Both witnesses saw the journal as it was when this leaf was its last. */
    private WitnessProof proof(int leaf, Instant seen) throws FormatException {
        var state = leaves.subList(0, leaf + 1);
        var note = WitnessedTest.cosigned(state, seen, ONE, TWO);
        return WitnessProof.of(TlogProof.prove(leaf, note, Nodes.of(WitnessedTest.hashes(state))), BOTH);
    }

    private void write(String file, WitnessProof proof) {
        journal.write(file, proof.proof().format().getBytes(UTF_8));
    }

    private String verify(int exitCode, String... options) {
        var run = Run.of(
                Stream.concat(Stream.of(folder.toString()), Stream.of(options)).toArray());
        assertThat(run.exitCode()).as(run.out()).isEqualTo(exitCode);
        return run.out();
    }
}
