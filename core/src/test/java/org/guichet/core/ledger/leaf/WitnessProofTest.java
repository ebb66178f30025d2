package org.guichet.core.ledger.leaf;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.guichet.core.beacon.Announced;
import org.guichet.core.beacon.Chain;
import org.guichet.core.draw.SealedList;
import org.guichet.core.ledger.Merkle;
import org.guichet.core.ledger.Nodes;
import org.guichet.core.ledger.leaf.WitnessProof.Outcome;
import org.guichet.core.ledger.note.Checkpoint;
import org.guichet.core.ledger.note.SignatureType;
import org.guichet.core.ledger.note.SignedNote;
import org.guichet.core.ledger.note.SignerKey;
import org.guichet.core.ledger.note.TlogProof;
import org.guichet.core.ledger.note.WitnessList;
import org.guichet.core.text.FormatException;
import org.junit.jupiter.api.Test;

final class WitnessProofTest {
    private static final Instant KNOWN = Instant.parse("2021-04-12T10:00:00Z");
    private static final Instant BEFORE = KNOWN.minusSeconds(1);
    private static final SignerKey LOG = key("example.org/log", SignatureType.ED25519);
    private static final SignerKey ONE = key("one.example/w", SignatureType.TIMESTAMPED_ED25519);
    private static final SignerKey TWO = key("two.example/w", SignatureType.TIMESTAMPED_ML_DSA_44);
    private static final SignerKey STRANGER = key("stranger.example/w", SignatureType.TIMESTAMPED_ED25519);
    private static final WitnessList BOTH = new WitnessList(List.of(ONE.verifier(), TWO.verifier()));
    private static final Quorum QUORUM = new Quorum(2, BOTH.hash());

    private static final WindowId WINDOW = new WindowId(new PoolCode("famille"), 1);
    private static final Leaf.Seal SEAL =
            new Leaf.Seal(WINDOW, 0, SealedList.of(List.of()).root());
    private static final List<Leaf> LEAVES = List.of(new Leaf.Catalogue(Merkle.EMPTY), SEAL);

    @Test
    void as_many_witnesses_as_declared_before_the_round_are_enough() throws FormatException {
        var proof = proof(cosigned(BEFORE, ONE, TWO));
        assertThat(WitnessProof.parse(proof.proof().format().getBytes(UTF_8))).isEqualTo(proof);
        assertThat(proof.check(SEAL, LOG.verifier(), QUORUM, KNOWN))
                .isInstanceOfSatisfying(
                        Outcome.Holds.class,
                        it -> assertThat(it.seen())
                                .extracting(by -> by.key())
                                .containsExactly(ONE.verifier(), TWO.verifier()));
    }

    @Test
    void that_a_draw_was_voided_is_proved_like_a_seal() throws FormatException {
        var next = Announced.from(Chain.QUICKNET, KNOWN);
        var voided = new Leaf.Voided(WINDOW, BEFORE, next, "Une faute du programme.");
        var nodes = nodes(List.of(SEAL, voided));
        var note = new Checkpoint("example.org/log", 2, nodes.root(0, 2)).sign(BEFORE, List.of(LOG, ONE, TWO));
        var proof = WitnessProof.of(TlogProof.prove(1, note, nodes), BOTH);
        assertThat(proof.check(voided, LOG.verifier(), QUORUM, KNOWN)).isInstanceOf(Outcome.Holds.class);
        assertThat(proof.check(voided, LOG.verifier(), QUORUM, BEFORE)).isInstanceOf(Outcome.Refused.class);
        var dated = new Leaf.Voided(WINDOW, BEFORE.minusSeconds(1), next, "Une faute du programme.");
        assertThat(proof.check(dated, LOG.verifier(), QUORUM, KNOWN))
                .isEqualTo(new Outcome.Refused("the path does not lead from the leaf to the root of the log"));
    }

    @Test
    void a_witness_too_few_too_late_without_a_time_or_counted_twice_is_not_enough() throws FormatException {
        var late = cosigned(BEFORE, ONE).with(cosigned(KNOWN, TWO).signatures().subList(1, 2));
        var timeless = cosigned(BEFORE, ONE)
                .with(cosigned(Instant.EPOCH, TWO).signatures().subList(1, 2));
        var twice = cosigned(BEFORE, ONE, ONE);
        for (var note : List.of(cosigned(BEFORE, ONE), cosigned(BEFORE, ONE, STRANGER), late, timeless, twice)) {
            assertThat(proof(note).check(SEAL, LOG.verifier(), QUORUM, KNOWN))
                    .isEqualTo(new Outcome.Refused(
                            "of the declared witnesses 1 saw it before 2021-04-12T10:00:00Z," + " and 2 must have"));
        }
    }

    @Test
    void a_witness_who_saw_it_before_the_window_closed_does_not_count() throws FormatException {
        var chain = Chain.QUICKNET;
        var closes = KNOWN.minusSeconds(1800);
        var announced = Announced.from(chain, KNOWN);
        var opens = closes.minusSeconds(3600);
        var window = new Leaf.Window(WINDOW, opens, closes, chain.hash(), announced, QUORUM);
        var open = closes.minus(WitnessProof.CLOCK_SKEW).minusSeconds(1);
        var early = cosigned(BEFORE, ONE).with(cosigned(open, TWO).signatures().subList(1, 2));
        assertThat(proof(early).check(SEAL, LOG.verifier(), QUORUM, KNOWN)).isInstanceOf(Outcome.Holds.class);
        assertThat(proof(early).check(SEAL, LOG.verifier(), window, KNOWN))
                .isEqualTo(new Outcome.Refused(
                        "1 of its witnesses saw it sealed before its window closed at 2021-04-12T09:30:00Z"));
        var in = cosigned(open.plusSeconds(1), ONE, TWO);
        assertThat(proof(in).check(SEAL, LOG.verifier(), window, KNOWN)).isInstanceOf(Outcome.Holds.class);
    }

    @Test
    void others_than_the_declared_witnesses_do_not_count() throws FormatException {
        var note = cosigned(BEFORE, ONE, STRANGER);
        var chosen = new WitnessList(List.of(ONE.verifier(), STRANGER.verifier()));
        assertThat(WitnessProof.of(proof(note).proof(), chosen).check(SEAL, LOG.verifier(), QUORUM, KNOWN))
                .isEqualTo(new Outcome.Refused("its witnesses are not those that were declared"));
    }

    @Test
    void a_wrong_signature_of_a_witness_or_of_the_log_is_refused() throws FormatException {
        var other = new Checkpoint("example.org/log", 3, Merkle.EMPTY).sign(BEFORE, List.of(LOG, TWO));
        var forged = cosigned(BEFORE, ONE).with(other.signatures().subList(1, 2));
        assertThat(proof(forged).check(SEAL, LOG.verifier(), QUORUM, KNOWN))
                .isEqualTo(new Outcome.Refused("the signature of two.example/w is wrong"));
        var stranger = key("example.org/log", SignatureType.ED25519);
        assertThat(proof(cosigned(BEFORE, ONE, TWO)).check(SEAL, stranger.verifier(), QUORUM, KNOWN))
                .isEqualTo(new Outcome.Refused("the log itself did not sign the checkpoint"));
    }

    @Test
    void another_seal_is_not_proved() throws FormatException {
        var other = new Leaf.Seal(WINDOW, 1, Merkle.EMPTY);
        assertThat(proof(cosigned(BEFORE, ONE, TWO)).check(other, LOG.verifier(), QUORUM, KNOWN))
                .isEqualTo(new Outcome.Refused("the path does not lead from the leaf to the root of the log"));
    }

    @Test
    void a_list_of_witnesses_survives_its_text_and_names_nobody_twice() throws FormatException {
        assertThat(WitnessList.parse(BOTH.text().getBytes(UTF_8))).isEqualTo(BOTH);
        assertThat(WitnessList.parse(new byte[0])).isEqualTo(WitnessList.NONE);
        for (var wrong : List.of(
                BOTH.text().stripTrailing(),
                BOTH.text() + "\n",
                ONE.verifier().text() + "\n" + ONE.verifier().text() + "\n",
                LOG.verifier().text() + "\n",
                "bonjour\n")) {
            assertThatThrownBy(() -> WitnessList.parse(wrong.getBytes(UTF_8))).isInstanceOf(FormatException.class);
        }
    }

    private static WitnessProof proof(SignedNote note) throws FormatException {
        return WitnessProof.of(TlogProof.prove(1, note, nodes()), BOTH);
    }

    private static Nodes nodes() {
        return nodes(LEAVES);
    }

    private static Nodes nodes(List<Leaf> leaves) {
        return Nodes.of(leaves.stream().map(leaf -> Merkle.leaf(leaf.bytes())).toList());
    }

    private static SignedNote cosigned(Instant at, SignerKey... witnesses) {
        var checkpoint = new Checkpoint("example.org/log", 2, nodes().root(0, 2));
        return checkpoint.sign(
                at, Stream.concat(Stream.of(LOG), Stream.of(witnesses)).toList());
    }

    private static SignerKey key(String name, SignatureType type) {
        return SignerKey.generate(name, type, new SecureRandom());
    }
}
