package org.guichet.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.Merkle;
import org.guichet.core.ledger.Nodes;
import org.guichet.core.ledger.leaf.Leaf;
import org.guichet.core.ledger.leaf.Quorum;
import org.guichet.core.ledger.leaf.WitnessProof;
import org.guichet.core.ledger.note.Checkpoint;
import org.guichet.core.ledger.note.SignatureType;
import org.guichet.core.ledger.note.SignedNote;
import org.guichet.core.ledger.note.SignerKey;
import org.guichet.core.ledger.note.TlogProof;
import org.guichet.core.ledger.note.WitnessList;
import org.guichet.core.text.FormatException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sealed lists that witnesses must have seen, and those who did not. */
final class WitnessedTest {
    private static final String FILE = "sealed/paris-cre-charcot/1";
    private static final Instant ROUND = Story.CHAIN.chain().timeOf(Story.ROUND);
    static final Instant BEFORE = ROUND.minusSeconds(60);
    static final SignerKey ONE = TestJournal.key("one.example/w", SignatureType.TIMESTAMPED_ED25519, 11);
    static final SignerKey TWO = TestJournal.key("two.example/w", SignatureType.TIMESTAMPED_ED25519, 12);
    static final WitnessList BOTH = new WitnessList(List.of(ONE.verifier(), TWO.verifier()));

    @TempDir
    private Path folder;

    private TestJournal journal;
    private final List<Leaf> leaves = new ArrayList<>(Story.leaves());

    @BeforeEach
    void publish() {
        journal = new TestJournal(folder);
        leaves.set(1, witnessed((Leaf.Window) leaves.get(1)));
        journal.publish(leaves);
    }

    @Test
    void a_list_that_its_witnesses_saw_before_the_round_is_counted_and_the_witnesses_are_named()
            throws FormatException {
        prove(cosigned(BEFORE, ONE, TWO));
        assertThat(verify(0))
                .contains("saw before their round was known: 1.")
                .contains("declared them itself: one.example/w, two.example/w. Give the keys");
    }

    @Test
    void witnesses_whom_one_knows_are_named_with_their_time() throws FormatException {
        prove(cosigned(BEFORE, ONE, TWO));
        assertThat(verify(0, "--witness", ONE.verifier().text()))
                .contains(
                        "The sealed list of window 1 of pool paris-cre-charcot was seen before its round by the witness"
                                + " one.example/w at " + BEFORE + ".")
                .contains("declared them itself: two.example/w.")
                .contains("That the witness one.example/w saw the same journal: it has not cosigned this checkpoint.");
    }

    @Test
    void a_draw_without_its_proof_does_not_count() {
        assertThat(verify(1))
                .contains("Leaf 7, window 1 of pool paris-cre-charcot: the draw does not count, for nothing shows that"
                        + " the list was sealed between its window and its round: the file " + FILE + " is missing.");
    }

    @Test
    void a_list_that_was_seen_too_late_or_by_too_few_is_named() throws FormatException {
        for (var note : List.of(cosigned(ROUND, ONE, TWO), cosigned(BEFORE, ONE))) {
            prove(note);
            assertThat(verify(1)).contains(" saw it before " + ROUND + ", and 2 must have.");
        }
    }

    @Test
    void a_list_that_was_seen_sealed_while_its_window_was_open_is_named() throws FormatException {
        var latest = Story.CLOSES.minus(WitnessProof.CLOCK_SKEW);
        prove(cosigned(latest, ONE, TWO));
        verify(0);
        prove(cosigned(latest.minusSeconds(1), ONE, TWO));
        assertThat(verify(1))
                .contains(
                        "the draw does not count",
                        "2 of its witnesses saw it sealed before its window closed at " + Story.CLOSES);
    }

    @Test
    void the_fallback_is_not_excused_by_witnesses_who_were_in_time() throws FormatException {
        Story.decide(leaves, Story.BEACON, Story.ROUND + 28_800);
        journal.publish(leaves);
        prove(cosigned(BEFORE, ONE, TWO));
        var why = "Why the fallback " + (Story.ROUND + 28_800) + " decided window 1 of pool paris-cre-charcot: ";
        assertThat(verify(0))
                .contains(why + "its witnesses had seen the list before round " + Story.ROUND + ", so only that this"
                        + " round could not be had for a day excuses it.");
        prove(cosigned(ROUND, ONE, TWO));
        assertThat(verify(0)).contains(why + "the published proof has too few witnesses before round " + Story.ROUND);
    }

    @Test
    void witnesses_chosen_afterwards_are_named() throws FormatException {
        var friend = TestJournal.key("friend.example/w", SignatureType.TIMESTAMPED_ED25519, 13);
        var friends = new WitnessList(List.of(ONE.verifier(), friend.verifier()));
        write(WitnessProof.of(proof(cosigned(BEFORE, ONE, friend)), friends));
        assertThat(verify(1)).contains("its witnesses are not those that were declared.");
    }

    @Test
    void a_history_that_only_the_witnesses_were_shown_is_named() throws FormatException {
        var others = new ArrayList<>(leaves.subList(0, Story.SEAL + 1));
        others.set(0, new Leaf.Catalogue(Story.hash("another")));
        var nodes = Nodes.of(hashes(others));
        var note = new Checkpoint(TestJournal.ORIGIN, others.size(), nodes.root(0, others.size()))
                .sign(BEFORE, List.of(TestJournal.KEY, ONE, TWO));
        write(WitnessProof.of(TlogProof.prove(Story.SEAL, note, nodes), BOTH));
        assertThat(verify(1))
                .contains("the journal has two histories: the witnesses were shown another one with 8 leaves");
    }

    @Test
    void a_file_that_is_no_proof_or_that_of_another_log_is_named() throws FormatException {
        journal.write(FILE, "<!doctype html>\n".getBytes(UTF_8));
        assertThat(verify(1)).contains("the file " + FILE + " is no such proof, since the first line is not");
        var stranger = TestJournal.key("other.example/journal", SignatureType.ED25519, 14);
        var hashes = hashes(leaves.subList(0, Story.SEAL + 1));
        var note = new Checkpoint("other.example/journal", hashes.size(), Merkle.root(hashes))
                .sign(BEFORE, List.of(stranger, ONE, TWO));
        write(WitnessProof.of(proof(note), BOTH));
        assertThat(verify(1)).contains("its checkpoint is that of another log.");
    }

    @Test
    void the_checkpoint_is_held_against_the_witnesses_one_knows() {
        leaves.set(1, Story.leaves().get(1));
        journal.publish(leaves);
        var checkpoint = new Checkpoint(TestJournal.ORIGIN, leaves.size(), journal.root(leaves));
        var note = checkpoint.sign(BEFORE, List.of(TestJournal.KEY, ONE));
        journal.write("checkpoint", note.bytes());
        var keys = new String[] {
            "--witness", ONE.verifier().text(), "--witness", TWO.verifier().text()
        };
        assertThat(verify(0, keys))
                .contains("The witness one.example/w at " + BEFORE + " saw this checkpoint.")
                .contains("That the witness two.example/w saw the same journal: it has not cosigned this checkpoint.");
        var other = new Checkpoint(TestJournal.ORIGIN, leaves.size(), Story.hash("other")).sign(BEFORE, List.of(ONE));
        journal.write(
                "checkpoint",
                checkpoint
                        .sign(BEFORE, List.of(TestJournal.KEY))
                        .with(other.signatures())
                        .bytes());
        assertThat(verify(1, keys)).contains("the signature of one.example/w is wrong");
    }

    static Leaf witnessed(Leaf.Window window) {
        return new Leaf.Window(
                window.id(),
                window.opens(),
                window.closes(),
                window.chain(),
                window.announced(),
                new Quorum(2, BOTH.hash()));
    }

    private void prove(SignedNote note) throws FormatException {
        write(WitnessProof.of(proof(note), BOTH));
    }

    private void write(WitnessProof proof) {
        journal.write(FILE, proof.proof().format().getBytes(UTF_8));
    }

    private TlogProof proof(SignedNote note) throws FormatException {
        return TlogProof.prove(Story.SEAL, note, Nodes.of(hashes(leaves.subList(0, Story.SEAL + 1))));
    }

    /** The journal as it was when its list was sealed. */
    private SignedNote cosigned(Instant at, SignerKey... witnesses) {
        return cosigned(leaves.subList(0, Story.SEAL + 1), at, witnesses);
    }

    static SignedNote cosigned(List<Leaf> state, Instant at, SignerKey... witnesses) {
        var hashes = hashes(state);
        return new Checkpoint(TestJournal.ORIGIN, hashes.size(), Merkle.root(hashes))
                .sign(
                        at,
                        Stream.concat(Stream.of(TestJournal.KEY), Stream.of(witnesses))
                                .toList());
    }

    static List<Hash> hashes(List<Leaf> leaves) {
        return leaves.stream().map(leaf -> Merkle.leaf(leaf.bytes())).toList();
    }

    private String verify(int exitCode, String... options) {
        var run = Run.of(
                Stream.concat(Stream.of(folder.toString()), Stream.of(options)).toArray());
        assertThat(run.exitCode()).as(run.out()).isEqualTo(exitCode);
        return run.out();
    }
}
