package org.guichet.core.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.Merkle;
import org.guichet.core.ledger.Nodes;
import org.guichet.core.ledger.note.TlogProof.Outcome;
import org.guichet.core.text.FormatException;
import org.junit.jupiter.api.Test;

final class TlogProofTest {
    private static final Instant NOON = Instant.parse("2021-04-22T12:00:00Z");
    private static final SignerKey LOG =
            SignerKey.generate("example.com/log", SignatureType.ED25519, new SecureRandom());
    private static final SignerKey WITNESS =
            SignerKey.generate("witness.example/w1", SignatureType.TIMESTAMPED_ML_DSA_44, new SecureRandom());
    private static final List<Hash> LEAVES =
            IntStream.range(0, 20).mapToObj(i -> Merkle.leaf(leaf(i))).toList();
    private static final SignedNote CHECKPOINT =
            new Checkpoint("example.com/log", 20, Merkle.root(LEAVES)).sign(NOON, List.of(LOG, WITNESS));

    @Test
    void a_proof_is_written_as_the_specification_says() throws FormatException {
        var proof = TlogProof.prove(2, CHECKPOINT, Nodes.of(LEAVES));
        var lines = proof.format().lines().toList();
        assertThat(lines.subList(0, 2)).containsExactly("c2sp.org/tlog-proof@v1", "index 2");
        assertThat(lines.get(2)).isEqualTo(Checkpoint.base64(LEAVES.get(3)));
        assertThat(lines.subList(7, 10)).containsExactly("", "example.com/log", "20");
        assertThat(proof.format()).endsWith(CHECKPOINT.format());
    }

    @Test
    void every_proof_survives_its_text_and_holds_off_line() throws FormatException {
        for (var index = 0; index < LEAVES.size(); index++) {
            var proof = TlogProof.prove(index, CHECKPOINT, Nodes.of(LEAVES));
            assertThat(TlogProof.parse(proof.format().getBytes(UTF_8))).isEqualTo(proof);
            assertThat(proof.check(leaf(index), LOG.verifier(), List.of(WITNESS.verifier())))
                    .isInstanceOfSatisfying(
                            Outcome.Holds.class,
                            holds -> assertThat(holds.endorsements())
                                    .extracting(Endorsement::key)
                                    .containsExactly(LOG.verifier(), WITNESS.verifier()));
        }
    }

    @Test
    void extra_data_is_carried_and_proves_nothing() throws FormatException {
        var plain = TlogProof.prove(2, CHECKPOINT, Nodes.of(LEAVES));
        var proof = plain.with("salt".getBytes(UTF_8));
        assertThat(proof.extraBytes()).asString(UTF_8).isEqualTo("salt");
        assertThat(plain.extraBytes()).isEmpty();
        assertThat(proof.format()).startsWith("c2sp.org/tlog-proof@v1\nextra c2FsdA==\nindex 2\n");
        assertThat(TlogProof.parse(proof.format().getBytes(UTF_8))).isEqualTo(proof);
        assertThat(proof.check(leaf(2), LOG.verifier(), List.of())).isInstanceOf(Outcome.Holds.class);
    }

    @Test
    void a_proof_of_another_leaf_index_or_root_is_refused() throws FormatException {
        var proof = TlogProof.prove(2, CHECKPOINT, Nodes.of(LEAVES));
        var elsewhere = new Checkpoint("example.com/log", 20, Merkle.EMPTY).sign(NOON, List.of(LOG));
        assertThat(proof.check(leaf(3), LOG.verifier(), List.of())).isInstanceOf(Outcome.Refused.class);
        for (var wrong : List.of(
                new TlogProof("", 3, proof.path(), CHECKPOINT),
                new TlogProof("", 2, proof.path().reversed(), CHECKPOINT),
                new TlogProof("", 2, proof.path(), elsewhere))) {
            assertThat(wrong.check(leaf(2), LOG.verifier(), List.of()))
                    .isEqualTo(new Outcome.Refused("the path does not lead from the leaf to the root of the log"));
        }
        assertThat(new TlogProof("", 20, proof.path(), CHECKPOINT).check(leaf(2), LOG.verifier(), List.of()))
                .isEqualTo(new Outcome.Refused("the log had 20 leaves, counted from 0, and none with the index 20"));
    }

    @Test
    void a_checkpoint_that_only_a_witness_signed_is_refused() throws FormatException {
        var unsigned = new Checkpoint("example.com/log", 20, Merkle.root(LEAVES)).sign(NOON, List.of(WITNESS));
        var proof = TlogProof.prove(2, unsigned, Nodes.of(LEAVES));
        assertThat(proof.check(leaf(2), LOG.verifier(), List.of(WITNESS.verifier())))
                .isEqualTo(new Outcome.Refused("the log itself did not sign the checkpoint"));
    }

    @Test
    void a_checkpoint_of_another_log_is_refused_even_with_our_signature() throws FormatException {
        var other = new Checkpoint("example.com/other", 20, Merkle.root(LEAVES)).sign(NOON, List.of(LOG));
        assertThat(TlogProof.prove(2, other, Nodes.of(LEAVES)).check(leaf(2), LOG.verifier(), List.of()))
                .isEqualTo(new Outcome.Refused("the checkpoint is that of another log"));
    }

    @Test
    void a_malformed_proof_is_refused() throws FormatException {
        var proof = TlogProof.prove(2, CHECKPOINT, Nodes.of(LEAVES)).format();
        for (var wrong : List.of(
                "",
                "\n\n",
                "<!doctype html>\n\n",
                proof.replace("proof@v1", "proof@v2"),
                proof.replace("index 2", "index 02"),
                proof.replace("index 2", "index -2"),
                proof.replace("index 2", "index"),
                proof.replace("index 2", "extra \nindex 2"),
                proof.replace("index 2", "extra ?\nindex 2"),
                proof.replace("index 2", "index 2\nextra AAAA"),
                proof.replace("index 2\n", "index 2\nAAAA\n"),
                proof.replace("index 2\n", "index 2\n" + (Checkpoint.base64(Merkle.EMPTY) + "\n").repeat(64)),
                proof.replace("\n\nexample", "\nexample"),
                proof.substring(0, proof.indexOf("\u2014")),
                proof.substring(0, 40))) {
            assertThatThrownBy(() -> TlogProof.parse(wrong.getBytes(UTF_8))).isInstanceOf(FormatException.class);
        }
        assertThatThrownBy(() -> TlogProof.parse(new byte[TlogProof.BYTES_MAX + 1]))
                .isInstanceOf(FormatException.class);
    }

    private static byte[] leaf(int number) {
        return ("leaf " + number).getBytes(UTF_8);
    }
}
