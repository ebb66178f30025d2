package org.guichet.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.security.SecureRandom;
import java.util.List;
import org.guichet.app.platform.CannotStart;
import org.guichet.core.ledger.note.SignatureType;
import org.guichet.core.ledger.note.SignerKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WitnessTest {
    private static final String KEY = key(SignatureType.TIMESTAMPED_ED25519);

    @Test
    void a_witness_is_an_address_and_a_key() {
        var witness =
                Witness.parse(List.of("https://witness.example/w/  " + KEY)).getFirst();
        assertThat(witness.address()).isEqualTo(URI.create("https://witness.example/w"));
        assertThat(witness.name()).isEqualTo("witness.example/w1");
        assertThat(Witness.parse(List.of())).isEmpty();
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
        assertThatThrownBy(() -> Witness.parse(List.of(line.replace("KEY", KEY))))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("is not usable: ");
    }

    @Test
    void the_key_of_a_log_or_two_witnesses_of_one_name_are_refused() {
        assertThatThrownBy(() -> Witness.parse(List.of("http://localhost " + key(SignatureType.ED25519))))
                .hasMessageContaining("is that of a log");
        assertThatThrownBy(() -> Witness.parse(List.of("http://a " + KEY, "http://b " + KEY)))
                .hasMessageContaining("the same name");
    }

    private static String key(SignatureType type) {
        return SignerKey.generate("witness.example/w1", type, new SecureRandom())
                .verifier()
                .text();
    }
}
