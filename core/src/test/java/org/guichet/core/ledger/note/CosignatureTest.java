package org.guichet.core.ledger.note;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.Merkle;
import org.guichet.core.ledger.note.SignedNote.Outcome;
import org.guichet.core.text.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CosignatureTest {
    private static final Instant NOON = Instant.parse("2021-04-22T12:00:00Z");
    private static final Checkpoint CHECKPOINT = new Checkpoint("example.com/log", 8, Merkle.leaf(new byte[0]));

    // The example of C2SP tlog-cosignature.
    private static final String EXAMPLE = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            \u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+\
            ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            \u2014 witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeol\
            MI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
            """;

    @Test
    void the_example_of_the_specification_is_read_with_its_time() throws FormatException {
        var note = SignedNote.parse(EXAMPLE.getBytes(UTF_8));
        assertThat(note.format()).isEqualTo(EXAMPLE);
        assertThat(Checkpoint.parse(note.text()))
                .isEqualTo(new Checkpoint(
                        "example.com/behind-the-sofa",
                        20_852_163,
                        Hash.of(Base64.getDecoder().decode("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="))));
        var signature = note.signatures().get(1).signature();
        assertThat(ByteBuffer.wrap(signature).getLong()).isEqualTo(1_679_315_147);
        assertThat(signature).hasSize(Long.BYTES + 64);
    }

    @Test
    void an_ed25519_cosignature_signs_the_text_of_the_specification() throws FormatException {
        var text = EXAMPLE.substring(0, EXAMPLE.indexOf("\n\n") + 1);
        var message =
                SignedMessage.of("witness.example.com/w1", SignatureType.TIMESTAMPED_ED25519, text, 1_679_315_147);
        assertThat(new String(message, UTF_8)).isEqualTo("""
                cosignature/v1
                time 1679315147
                example.com/behind-the-sofa
                20852163
                CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
                """);
    }

    @Test
    void an_ml_dsa_44_cosignature_signs_the_structure_of_the_specification() throws FormatException {
        var message = SignedMessage.of(
                "w1", SignatureType.TIMESTAMPED_ML_DSA_44, new Checkpoint("log", 258, Merkle.EMPTY).text(), 1);
        assertThat(HexFormat.of().formatHex(message))
                .isEqualTo(HexFormat.of().formatHex("subtree/v1\n\0".getBytes(US_ASCII))
                        + "02" + "7731" + "0000000000000001" + "03" + "6c6f67" + "0000000000000000"
                        + "0000000000000102" + Merkle.EMPTY.hex());
    }

    @Test
    void the_ml_dsa_44_checkpoint_of_torchwood_is_trusted() throws FormatException, IOException {
        var seed = HexFormat.of().parseHex("062886adc2b0eabfce67c0472939127998bf886cf256bfee8ba76a253fce1146e0");
        var key = SignerKey.parse("PRIVATE+KEY+example.com/mldsa-log+b5df45c5+"
                        + Base64.getEncoder().encodeToString(seed))
                .verifier();
        try (var file = CosignatureTest.class.getResourceAsStream("torchwood-ml-dsa-44.note")) {
            var note = SignedNote.parse(file.readAllBytes());
            assertThat(Checkpoint.parse(note.text()))
                    .isEqualTo(new Checkpoint("example.com/mldsa-log", 1, Merkle.leaf("testonly".getBytes(US_ASCII))));
            assertThat(note.verify(List.of(key)))
                    .isEqualTo(new Outcome.Trusted(List.of(new Endorsement(key, Optional.empty()))));
        }
    }

    @Test
    void the_key_of_nists_first_ml_dsa_44_vector_comes_out_of_its_seed() {
        var seed = HexFormat.of().parseHex("93ef2e6ef1fb08999d142abe0295482370d3f43bdb254a78e2b0d5168eca065f");
        var key = Algorithm.ML_DSA_44.raw(Algorithm.ML_DSA_44.keyPair(seed).getPublic());
        assertThat(Hash.sha256(key).hex())
                .isEqualTo("6995b20ecd5cde41719035028a712ccf35b1adf53b913030423d9d6fa188d673");
    }

    @Test
    void the_key_of_the_first_ed25519_vector_of_rfc_8032_comes_out_of_its_seed() {
        var seed = HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        var keys = Algorithm.ED25519.keyPair(seed);
        assertThat(HexFormat.of().formatHex(Algorithm.ED25519.raw(keys.getPublic())))
                .isEqualTo("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ED25519")
    void a_witness_tells_when_it_saw_the_checkpoint(SignatureType type) {
        var witness = witness(type);
        var note = CHECKPOINT.sign(NOON, List.of(witness));
        assertThat(note.verify(List.of(witness.verifier())))
                .isEqualTo(new Outcome.Trusted(List.of(new Endorsement(witness.verifier(), Optional.of(NOON)))));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ED25519")
    void a_cosignature_with_another_time_or_checkpoint_is_refused(SignatureType type) {
        var witness = witness(type);
        var note = CHECKPOINT.sign(NOON, List.of(witness));
        var bytes = Base64.getDecoder().decode(note.signatures().getFirst().base64());
        bytes[Integer.BYTES + Long.BYTES - 1] ^= 1;
        var later =
                new NoteSignature(witness.verifier().name(), Base64.getEncoder().encodeToString(bytes));
        var grown = new Checkpoint(CHECKPOINT.origin(), 9, CHECKPOINT.root());
        var renamed = new Checkpoint("example.com/other", 8, CHECKPOINT.root());
        for (var wrong : List.of(
                new SignedNote(note.text(), List.of(later)),
                new SignedNote(grown.text(), note.signatures()),
                new SignedNote(renamed.text(), note.signatures()))) {
            assertThat(wrong.verify(List.of(witness.verifier()))).isInstanceOf(Outcome.Refused.class);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ED25519")
    void a_witness_signs_checkpoints_only(SignatureType type) {
        assertThatThrownBy(() -> witness(type).sign("Some text.\n", NOON)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void extension_lines_are_covered_by_ed25519_and_refused_by_ml_dsa_44() throws FormatException {
        var extended = new Checkpoint("example.com/log", 8, CHECKPOINT.root(), List.of("more", "lines"));
        assertThat(Checkpoint.parse(extended.text())).isEqualTo(extended);
        var witness = witness(SignatureType.TIMESTAMPED_ED25519);
        var note = extended.sign(NOON, List.of(witness));
        assertThat(note.verify(List.of(witness.verifier()))).isInstanceOf(Outcome.Trusted.class);
        assertThat(new SignedNote(CHECKPOINT.text(), note.signatures()).verify(List.of(witness.verifier())))
                .isInstanceOf(Outcome.Refused.class);
        assertThatThrownBy(() -> extended.sign(NOON, List.of(witness(SignatureType.TIMESTAMPED_ML_DSA_44))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_cosignature_too_short_for_its_time_is_refused() {
        var witness = witness(SignatureType.TIMESTAMPED_ED25519).verifier();
        var brief = NoteSignature.of(witness.name(), witness.id(), new byte[7]);
        assertThat(new SignedNote(CHECKPOINT.text(), List.of(brief)).verify(List.of(witness)))
                .isInstanceOf(Outcome.Refused.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "log\n",
                "log\n8\n",
                "log\n8\n%s",
                "log\n08\n%s\n",
                "log\n-8\n%s\n",
                "\n8\n%s\n",
                "log\n8\n%sA\n",
                "log\n8\nAAAA\n",
                "log\n8\n%s\n\n",
                "log\n8\n%s\n\nmore\n",
                "log\n9223372036854775807\n%s\n"
            })
    void a_malformed_checkpoint_is_refused(String text) {
        var filled = text.replace("%s", Checkpoint.base64(Merkle.EMPTY));
        assertThatThrownBy(() -> Checkpoint.parse(filled)).isInstanceOf(FormatException.class);
    }

    private static SignerKey witness(SignatureType type) {
        var seed = new byte[1 + Algorithm.SEED_BYTES];
        seed[0] = type.identifier();
        try {
            var id = VerifierKey.of("witness.example/" + type, type, raw(type)).id();
            return SignerKey.parse("PRIVATE+KEY+witness.example/" + type + "+"
                    + HexFormat.of().toHexDigits(id) + "+" + Base64.getEncoder().encodeToString(seed));
        } catch (FormatException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static byte[] raw(SignatureType type) {
        var algorithm = type.algorithm();
        return algorithm.raw(algorithm.keyPair(new byte[Algorithm.SEED_BYTES]).getPublic());
    }
}
