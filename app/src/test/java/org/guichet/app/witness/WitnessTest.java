package org.guichet.app.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import org.guichet.app.platform.CannotStart;
import org.guichet.core.ledger.leaf.Quorum;
import org.guichet.core.ledger.note.SignatureType;
import org.guichet.core.ledger.note.SignerKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WitnessTest {
    private static final String KEY = key(SignatureType.TIMESTAMPED_ED25519);

    @Test
    void a_witness_is_an_address_and_a_key() {
        var witness = Witness.parse("https://witness.example/w/  " + KEY);
        assertThat(witness.address()).isEqualTo(URI.create("https://witness.example/w"));
        assertThat(witness.name()).isEqualTo("witness.example/w1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://localhost",
                "KEY",
                "ftp://localhost KEY",
                "localhost KEY",
                "http://x y+z",
                "http:// KEY"
            })
    void anything_else_is_refused_in_one_sentence(String line) {
        assertThatThrownBy(() -> Witness.parse(line.replace("KEY", KEY)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("is not usable: ");
    }

    @Test
    void the_key_of_a_log_or_two_witnesses_of_one_name_are_refused() {
        assertThatThrownBy(() -> Witness.parse("http://localhost " + key(SignatureType.ED25519)))
                .hasMessageContaining("is that of a log");
        assertThatThrownBy(() -> new Witnesses(List.of("http://a " + KEY, "http://b " + KEY), 0))
                .hasMessageContaining("the same name");
    }

    @Test
    void a_draw_needs_as_many_witnesses_as_are_declared_at_most() {
        var one = List.of("https://witness.example/w " + KEY);
        assertThat(new Witnesses(one, 1).quorum().count()).isEqualTo(1);
        assertThat(new Witnesses(List.of(), 0).quorum()).isEqualTo(Quorum.NONE);
        assertThatThrownBy(() -> new Witnesses(one, 2)).hasMessage("a draw cannot need 2 of 1 witnesses.");
        assertThatThrownBy(() -> new Witnesses(one, -1)).isInstanceOf(CannotStart.class);
    }

    private static String key(SignatureType type) {
        return SignerKey.generate("witness.example/w1", type, new SecureRandom())
                .verifier()
                .text();
    }
}
