package org.guichet.core.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.guichet.core.ledger.note.SignedNote.Outcome;
import org.guichet.core.text.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SignedNoteTest {
    // The example of the Go library and of C2SP signed-note.
    private static final String KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    private static final String NOTE = """
            This is an example message.

            \u2014 example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ON\
            ncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
            """;

    private static final SignerKey ANOTHER =
            SignerKey.generate("example.com/bar", SignatureType.ED25519, new SecureRandom());

    @Test
    void the_example_of_the_specification_is_trusted() throws FormatException {
        var key = VerifierKey.parse(KEY);
        var note = SignedNote.parse(NOTE.getBytes(UTF_8));
        assertThat(note.text()).isEqualTo("This is an example message.\n");
        assertThat(note.format()).isEqualTo(NOTE);
        assertThat(note.verify(List.of(key)))
                .isEqualTo(new Outcome.Trusted(List.of(new Endorsement(key, Optional.empty()))));
        assertThat(key.text()).isEqualTo(KEY);
    }

    @Test
    void another_text_under_the_same_signature_is_refused() throws FormatException {
        var note = SignedNote.parse(NOTE.replace("example m", "other m").getBytes(UTF_8));
        assertThat(note.verify(List.of(VerifierKey.parse(KEY))))
                .isEqualTo(new Outcome.Refused("the signature of example.com/foo is wrong"));
    }

    @Test
    void a_note_of_unknown_keys_is_refused() throws FormatException {
        var note = SignedNote.parse(NOTE.getBytes(UTF_8));
        assertThat(note.verify(List.of())).isInstanceOf(Outcome.Refused.class);
        assertThat(note.verify(List.of(ANOTHER.verifier()))).isEqualTo(new Outcome.Refused("no known key signed it"));
    }

    @Test
    void signatures_of_unknown_keys_beside_a_known_one_are_ignored() throws FormatException {
        var note = SignedNote.parse(NOTE.getBytes(UTF_8));
        var both = note.with(List.of(ANOTHER.sign(note.text(), Instant.EPOCH)));
        assertThat(both.verify(List.of(VerifierKey.parse(KEY)))).isInstanceOf(Outcome.Trusted.class);
        assertThat(both.verify(List.of(VerifierKey.parse(KEY), ANOTHER.verifier())))
                .isInstanceOfSatisfying(
                        Outcome.Trusted.class,
                        trusted -> assertThat(trusted.endorsements()).hasSize(2));
    }

    @Test
    void one_wrong_signature_of_a_known_key_spoils_the_note() throws FormatException {
        var note = SignedNote.parse(NOTE.getBytes(UTF_8));
        var both = note.with(List.of(ANOTHER.sign("Another text.\n", Instant.EPOCH)));
        assertThat(both.verify(List.of(VerifierKey.parse(KEY), ANOTHER.verifier())))
                .isEqualTo(new Outcome.Refused("the signature of example.com/bar is wrong"));
    }

    @Test
    void the_last_empty_line_ends_the_text() throws FormatException {
        var text = "one\n\ntwo\n\n\n";
        var note = new SignedNote(text, List.of(ANOTHER.sign(text, Instant.EPOCH)));
        assertThat(SignedNote.parse(note.bytes())).isEqualTo(note);
    }

    @Test
    void sixteen_signatures_are_accepted_and_a_flood_is_not() throws FormatException {
        var line = ANOTHER.sign("text\n", Instant.EPOCH);
        var many = new SignedNote("text\n", Collections.nCopies(16, line));
        assertThat(SignedNote.parse(many.bytes()).verify(List.of(ANOTHER.verifier())))
                .isInstanceOf(Outcome.Trusted.class);
        var flood = "text\n\n" + (line.line() + "\n").repeat(SignedNote.SIGNATURES_MAX + 1);
        assertThatThrownBy(() -> SignedNote.parse(flood.getBytes(UTF_8))).isInstanceOf(FormatException.class);
        assertThatThrownBy(() -> SignedNote.parse(new byte[SignedNote.BYTES_MAX + 1]))
                .isInstanceOf(FormatException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\n\n",
                "text\n",
                "text\n\n",
                "text\n\n\u2014 a AAAAAAE=",
                "text\n\n\u2014 a\n",
                "text\n\n\u2014  AAAAAAE=\n",
                "text\n\n- a AAAAAAE=\n",
                "text\n\n\u2014 a AAAAAA==\n",
                "text\n\n\u2014 a AAAAAAE\n",
                "text\n\n\u2014 a+b AAAAAAE=\n",
                "text\n\n\u2014 a\u00a0b AAAAAAE=\n",
                "text\n\n\u2014 a\u0085b AAAAAAE=\n",
                "text\n\n\u2014 a AAAAAAE= \n",
                "te\rxt\n\n\u2014 a AAAAAAE=\n",
                "te\u0000xt\n\n\u2014 a AAAAAAE=\n",
                "text\n\n\u2014 a AAAAAAE=\nmore\n",
                "text\n\n\u2014 a AAAAAAE=\n\n",
                "<!doctype html>\n\n<p>404</p>\n"
            })
    void a_malformed_note_is_refused(String note) {
        assertThatThrownBy(() -> SignedNote.parse(note.getBytes(UTF_8))).isInstanceOf(FormatException.class);
    }

    @Test
    void the_shortest_note_is_accepted() throws FormatException {
        var note = "\n\n\u2014 a AAAAAAE=\n";
        assertThat(SignedNote.parse(note.getBytes(UTF_8)).format()).isEqualTo(note);
    }

    @Test
    void a_note_cut_anywhere_is_refused() {
        var bytes = NOTE.getBytes(UTF_8);
        for (var length = 0; length < bytes.length; length++) {
            var cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> SignedNote.parse(cut)).isInstanceOf(FormatException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com/foo",
                "example.com/foo+530d903a",
                "example.com/foo+530d903a+",
                "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/fox+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+A+kyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AukyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
                "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3Q==",
                "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
            })
    void a_malformed_public_key_is_refused(String key) {
        assertThatThrownBy(() -> VerifierKey.parse(key)).isInstanceOf(FormatException.class);
    }

    @Test
    void a_private_key_survives_its_text_and_a_malformed_one_is_refused() throws FormatException {
        for (var type : SignatureType.values()) {
            var key = SignerKey.generate("example.com/x", type, new SecureRandom());
            assertThat(SignerKey.parse(key.text()).verifier()).isEqualTo(key.verifier());
            assertThat(VerifierKey.parse(key.verifier().text())).isEqualTo(key.verifier());
            for (var wrong : List.of("", KEY, key.text() + "A", key.text().replace("/x", "/y"))) {
                assertThatThrownBy(() -> SignerKey.parse(wrong)).isInstanceOf(FormatException.class);
            }
        }
        assertThatThrownBy(() -> SignerKey.generate("a b", SignatureType.ED25519, new SecureRandom()))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
