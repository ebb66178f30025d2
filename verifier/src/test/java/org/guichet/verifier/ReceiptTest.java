package org.guichet.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.guichet.core.ledger.Merkle;
import org.guichet.core.ledger.Nodes;
import org.guichet.core.ledger.leaf.Leaf;
import org.guichet.core.ledger.leaf.Opening;
import org.guichet.core.ledger.note.Checkpoint;
import org.guichet.core.ledger.note.SignerKey;
import org.guichet.core.ledger.note.TlogProof;
import org.guichet.core.text.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A receipt is checked with nothing but itself and a key; whatever was done to it is told. */
final class ReceiptTest {
    private static final String KEY = TestJournal.KEY.verifier().text();
    private static final List<Leaf> LEAVES = Story.leaves();
    private static final int INDEX = 4;
    private static final String PAYLOAD = "request 2";
    private static final Opening OPENING = opening(LEAVES.get(INDEX), PAYLOAD);

    @TempDir
    private Path folder;

    @Test
    void a_receipt_holds_off_line_and_says_what_it_proves() {
        var run = check(proof(TestJournal.KEY, OPENING).format());
        assertThat(run.out())
                .contains("origin: guichet.example/journal", "size: 14", "index: 4")
                .contains("label " + Story.label(2).hex(), "payload: [request 2]")
                .contains("The salt and the payload in the file open the label "
                        + Story.label(2).hex())
                .contains("The log guichet.example/journal signed that its first 14 leaves have this root")
                .contains("Which place the request was drawn in")
                .endsWith("Everything that was checked holds.\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void the_receipt_of_the_specification_holds() throws IOException {
        var specification = Files.readString(Path.of("..", "docs", "spec", "log.md"));
        var receipt = specification.substring(specification.indexOf("```\nc2sp.org/tlog-proof@v1\n") + 4);
        var key = specification
                .substring(specification.indexOf("verifier_key = ") + 15)
                .lines()
                .findFirst();
        write(receipt.substring(0, receipt.indexOf("```")));
        var run = Run.of("--receipt", file(), "--key", key.orElseThrow());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("payload: [request 2]");
    }

    @Test
    void a_wrong_index_is_told() {
        var text = proof(TestJournal.KEY, OPENING).format();
        wrong(
                text.replace("index 4", "index 5"),
                "the path does not lead from the leaf to the root of the log; its index");
        wrong(text.replace("index 4", "index 14"), "and none with the index 14");
    }

    @Test
    void a_changed_hash_leaf_salt_or_payload_is_told() {
        var proof = proof(TestJournal.KEY, OPENING);
        var path = proof.path().reversed();
        wrong(new TlogProof(proof.extra(), INDEX, path, proof.checkpoint()).format(), "the path does not lead");
        var neighbour = opening(LEAVES.get(INDEX + 1), "request 3");
        wrong(proof.with(neighbour.bytes()).format(), "the path does not lead");
        wrong(proof.with(opening(OPENING.leaf(), "request 9").bytes()).format(), "do not open the label");
        var salt = new Opening(OPENING.leaf(), "0".repeat(64), PAYLOAD);
        wrong(proof.with(salt.bytes()).format(), "do not open the label");
    }

    @Test
    void a_leaf_that_commits_to_nothing_is_no_receipt() {
        var window = new Opening(LEAVES.get(1), OPENING.salt(), PAYLOAD);
        wrong(proof(TestJournal.KEY, window, 1).format(), "do not open the leaf, which commits to nothing");
    }

    @Test
    void another_key_or_a_changed_checkpoint_is_told() {
        var stranger = TestJournal.key(TestJournal.ORIGIN, 2);
        wrong(proof(stranger, OPENING).format(), "no known key signed it");
        var elsewhere = TestJournal.key("elsewhere.example/journal", 1);
        write(proof(TestJournal.KEY, OPENING).format());
        assertThat(Run.of("--receipt", file(), "--key", elsewhere.verifier().text())
                        .out())
                .contains("the receipt is that of another log than the key's: guichet.example/journal");
        wrong(
                proof(TestJournal.KEY, OPENING).format().replace("\n14\n", "\n15\n"),
                "the signature of guichet.example/journal is wrong");
    }

    /** Whichever bit is flipped: never does it hold, and never is nothing said. */
    @Test
    void no_flipped_bit_holds() throws IOException {
        var bytes = proof(TestJournal.KEY, OPENING).format().getBytes(UTF_8);
        for (var at = 0; at < bytes.length; at++) {
            var flipped = bytes.clone();
            flipped[at] ^= (byte) (1 << at % Byte.SIZE);
            Files.write(file(), flipped);
            var run = Run.of("--receipt", file(), "--key", KEY);
            assertThat(run.exitCode()).as("byte %d: %s", at, run.out()).isIn(1, 2);
            assertThat(run.out()).containsAnyOf("Wrong:\n- ", "cut off, changed, or no receipt, since");
        }
    }

    @Test
    void a_file_that_is_cut_off_anywhere_cannot_be_checked() throws IOException {
        var bytes = proof(TestJournal.KEY, OPENING).format().getBytes(UTF_8);
        for (var length = 0; length < bytes.length; length++) {
            Files.write(file(), Arrays.copyOf(bytes, length));
            var run = Run.of("--receipt", file(), "--key", KEY);
            assertThat(run.exitCode()).as("%d bytes", length).isEqualTo(2);
            assertThat(run.out()).contains("is cut off, changed, or no receipt, since");
        }
    }

    @Test
    void without_a_key_nothing_is_proved() {
        var text = proof(TestJournal.KEY, OPENING).format();
        write(text);
        var run = Run.of("--receipt", file());
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("No key was given", "guichet.example/journal/key");
        write(text.replace("index 4", "index 5"));
        assertThat(Run.of("--receipt", file()).exitCode()).isEqualTo(1);
    }

    @Test
    void a_proof_without_an_opening_is_no_receipt() throws FormatException {
        write(TlogProof.parse(proof(TestJournal.KEY, OPENING).format().getBytes(UTF_8))
                .with(new byte[0])
                .format());
        var run = Run.of("--receipt", file(), "--key", KEY);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("it has no line extra");
    }

    @Test
    void one_json_object_holds_everything() {
        write(proof(TestJournal.KEY, OPENING).format());
        assertThat(Run.of("--receipt", file(), "--key", KEY, "--json").out())
                .startsWith("{\"verdict\":\"holds\"")
                .contains("\"index\":4", "\"payload\":[\"request 2\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--label=" + "0000000000000000000000000000000000000000000000000000000000000000",
                "--remember=x",
                "."
            })
    void it_stands_alone(String other) {
        assertThat(Run.of("--receipt", file(), "--key", KEY, other).err()).contains("--receipt goes with");
    }

    @Test
    void a_file_that_is_not_there_ends_in_2() {
        var run = Run.of("--receipt", folder.resolve("none"), "--key", KEY);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("cannot be read");
    }

    private void wrong(String text, String said) {
        var run = check(text);
        assertThat(run.out()).contains(said);
        assertThat(run.exitCode()).isEqualTo(1);
    }

    private Run check(String text) {
        write(text);
        return Run.of("--receipt", file(), "--key", KEY);
    }

    private void write(String text) {
        new TestJournal(folder).write("receipt.tlog-proof", text.getBytes(UTF_8));
    }

    private Path file() {
        return folder.resolve("receipt.tlog-proof");
    }

    private static Opening opening(Leaf leaf, String payload) {
        var number = payload.substring("request ".length());
        var salt = Story.hash("salt " + number);
        return new Opening(leaf, HexFormat.of().formatHex(salt.bytes()), payload);
    }

    private static TlogProof proof(SignerKey key, Opening opening) {
        return proof(key, opening, INDEX);
    }

    private static TlogProof proof(SignerKey key, Opening opening, int index) {
        var hashes = LEAVES.stream().map(leaf -> Merkle.leaf(leaf.bytes())).toList();
        var checkpoint = new Checkpoint(TestJournal.ORIGIN, hashes.size(), Merkle.root(hashes))
                .sign(Instant.EPOCH, List.of(key));
        try {
            return TlogProof.prove(index, checkpoint, Nodes.of(hashes)).with(opening.bytes());
        } catch (FormatException ours) {
            throw new AssertionError(ours);
        }
    }
}
