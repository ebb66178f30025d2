package org.guichet.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.guichet.core.beacon.Announced;
import org.guichet.core.beacon.Chain;
import org.guichet.core.beacon.RehearsalChain;
import org.guichet.core.beacon.Round;
import org.guichet.core.draw.Draw;
import org.guichet.core.draw.Label;
import org.guichet.core.draw.SealedList;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.Merkle;
import org.guichet.core.ledger.Nodes;
import org.guichet.core.ledger.leaf.Commitment;
import org.guichet.core.ledger.leaf.EventKind;
import org.guichet.core.ledger.leaf.Leaf;
import org.guichet.core.ledger.leaf.Opening;
import org.guichet.core.ledger.leaf.PoolCode;
import org.guichet.core.ledger.leaf.Quorum;
import org.guichet.core.ledger.leaf.WindowId;
import org.guichet.core.ledger.leaf.WitnessProof;
import org.guichet.core.ledger.note.Checkpoint;
import org.guichet.core.ledger.note.SignatureType;
import org.guichet.core.ledger.note.SignerKey;
import org.guichet.core.ledger.note.TlogProof;
import org.guichet.core.ledger.note.WitnessList;
import org.guichet.core.text.FormatException;
import org.junit.jupiter.api.Test;

/** The worked example of docs/spec: what the specification prints is what the code computes. */
final class SpecificationTest {
    private static final Path SPECIFICATION = Path.of("..", "docs", "spec");
    private static final Pattern VECTOR = Pattern.compile("(?m)^([a-z_0-9]+) = (\\S+)$");
    private static final WindowId ID = new WindowId(new PoolCode("example"), 1);
    private static final Instant OPENS = Instant.parse("2021-04-04T22:00:00Z");
    private static final Instant CLOSES = Instant.parse("2021-04-11T22:00:00Z");

    private static final SignerKey WITNESS =
            SignerKey.generate("witness.example/w", SignatureType.TIMESTAMPED_ED25519, new Ones());
    private static final WitnessList WITNESSES = new WitnessList(List.of(WITNESS.verifier()));

    private final Map<String, String> vectors = new LinkedHashMap<>();
    private final List<Leaf> leaves = new ArrayList<>();

    @Test
    void every_vector_of_the_specification_is_what_the_code_computes() throws IOException, FormatException {
        var texts = example();
        var specification = new StringBuilder();
        for (var file : List.of("journal.md", "draw.md", "log.md")) {
            specification.append(Files.readString(SPECIFICATION.resolve(file)));
        }
        var printed = new LinkedHashMap<String, String>();
        var matcher = VECTOR.matcher(specification);
        while (matcher.find()) {
            assertThat(printed.put(matcher.group(1), matcher.group(2))).isNull();
        }
        assertThat(printed).containsExactlyInAnyOrderEntriesOf(vectors);
        assertThat(specification).contains(texts);
    }

    /** Computes the example, fills the vectors and gives the texts the specification must print. */
    private List<String> example() throws FormatException {
        var labels =
                IntStream.rangeClosed(1, 4).mapToObj(SpecificationTest::label).toList();
        for (var i = 0; i < labels.size(); i++) {
            vectors.put("label_" + (i + 1), labels.get(i).hex());
        }
        vectors.put(
                "offer",
                Commitment.of(EventKind.OFFER.type(), salt(1), "offer 1".getBytes(UTF_8))
                        .hex());
        var beacon = RehearsalChain.from(new byte[RehearsalChain.SEED_BYTES]);
        var chain = beacon.chain();
        vectors.put("rehearsal_group", chain.groupHash().hex());
        vectors.put("rehearsal_chain", chain.hash().hex());
        var announced = Announced.from(chain, CLOSES.plusSeconds(1800));
        var round = beacon.round(announced.round());
        leaves.add(new Leaf.Window(ID, OPENS, CLOSES, chain.hash(), announced, new Quorum(1, WITNESSES.hash())));
        labels.forEach(label -> leaves.add(new Leaf.Request(ID, label)));
        var seal = new Leaf.Seal(ID, labels.size(), SealedList.of(labels).root());
        leaves.add(seal);
        leaves.add(new Leaf.Beacon(ID, round));
        draw(seal, randomness(round.check(chain)), labels);
        return texts(beacon);
    }

    private void draw(Leaf.Seal seal, Hash randomness, List<Label> labels) {
        vectors.put("salt", Hash.sha256(seal.bytes()).hex());
        vectors.put("randomness", randomness.hex());
        var order = Draw.order(seal.bytes(), randomness.bytes(), labels);
        for (var lot : order) {
            vectors.put(
                    "position_" + (labels.indexOf(lot.label()) + 1),
                    lot.position().hex());
        }
        vectors.put("order_root", Draw.root(order).hex());
        leaves.add(new Leaf.Order(ID, order.size(), Draw.root(order)));
    }

    private List<String> texts(RehearsalChain beacon) throws FormatException {
        var hashes = leaves.stream().map(leaf -> Merkle.leaf(leaf.bytes())).toList();
        vectors.put("leaf_0", hashes.getFirst().hex());
        vectors.put("root", Merkle.root(hashes).hex());
        var key = SignerKey.parse("PRIVATE+KEY+guichet.example/journal+4f1f6ec6+AQ" + "A".repeat(42));
        vectors.put("verifier_key", key.verifier().text());
        var checkpoint = new Checkpoint("guichet.example/journal", leaves.size(), Merkle.root(hashes))
                .sign(CLOSES, List.of(key));
        var opening = new Opening(leaves.get(2), HexFormat.of().formatHex(salt(2)), "request 2");
        assertThat(opening.holds()).isTrue();
        var proof = TlogProof.prove(2, checkpoint, Nodes.of(hashes)).with(opening.bytes());
        assertThat(proof.check(leaves.get(2).bytes(), key.verifier(), List.of()))
                .isInstanceOf(TlogProof.Outcome.Holds.class);
        var texts = new ArrayList<>(leaves.stream().map(Leaf::text).toList());
        texts.addAll(List.of(
                beacon.rehearsal().text(),
                checkpoint.format(),
                proof.format(),
                new String(opening.bytes(), UTF_8),
                sealProof(hashes.subList(0, 6), key, beacon.chain())));
        return texts;
    }

    private String sealProof(List<Hash> hashes, SignerKey key, Chain chain) throws FormatException {
        vectors.put("witness_key", WITNESS.verifier().text());
        vectors.put("witnesses", WITNESSES.hash().hex());
        var note = new Checkpoint("guichet.example/journal", hashes.size(), Merkle.root(hashes))
                .sign(CLOSES.plusSeconds(600), List.of(key, WITNESS));
        var proof = WitnessProof.of(TlogProof.prove(hashes.size() - 1, note, Nodes.of(hashes)), WITNESSES);
        var window = (Leaf.Window) leaves.getFirst();
        var known = chain.timeOf(window.announced().round());
        assertThat(proof.check((Leaf.Seal) leaves.get(5), key.verifier(), window.quorum(), known))
                .isInstanceOf(WitnessProof.Outcome.Holds.class);
        return proof.proof().format();
    }

    private static Hash randomness(Round.Outcome outcome) {
        return switch (outcome) {
            case Round.Outcome.Valid(var randomness) -> randomness;
            case Round.Outcome.Refused(var reason) -> throw new AssertionError(reason);
        };
    }

    private static Label label(int number) {
        return Commitment.label(salt(number), ("request " + number).getBytes(UTF_8));
    }

    /** A seed of 32 bytes of the value 1 in place of chance. */
    private static final class Ones extends SecureRandom {
        private static final long serialVersionUID = 1;

        @Override
        public void nextBytes(byte[] bytes) {
            Arrays.fill(bytes, (byte) 1);
        }
    }

    private static byte[] salt(int number) {
        var salt = new byte[Commitment.SALT_BYTES];
        Arrays.fill(salt, (byte) number);
        return salt;
    }
}
