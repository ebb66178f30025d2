package org.guichet.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CanonicalTest {
    @Test
    void a_number_has_one_spelling() throws FormatException {
        assertThat(Canonical.number("0", 10)).isZero();
        assertThat(Canonical.number("10", 10)).isEqualTo(10);
        assertThat(Canonical.number("9223372036854775807", Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "01",
                "-1",
                "+1",
                " 1",
                "1 ",
                "1.0",
                "1e3",
                "٣",
                "11",
                "99999999999999999999",
                "9999999999999999999"
            })
    void any_other_number_is_refused(String text) {
        assertThatThrownBy(() -> Canonical.number(text, 10)).isInstanceOf(FormatException.class);
    }

    @Test
    void an_instant_has_one_spelling() throws FormatException {
        assertThat(Canonical.instant("2021-04-11T22:00:00Z")).isEqualTo(Instant.ofEpochSecond(1_618_178_400));
        assertThat(Canonical.instant("0000-01-01T00:00:00Z")).isEqualTo(Instant.parse("0000-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2021-04-11",
                "2021-04-11T22:00Z",
                "2021-04-11T22:00:00.0Z",
                "2021-04-11T22:00:00.5Z",
                "2021-04-11T24:00:00Z",
                "2021-04-11T22:00:60Z",
                "2021-04-11t22:00:00z",
                "2021-04-12T00:00:00+02:00",
                "+12021-04-11T22:00:00Z",
                "2021-02-29T00:00:00Z"
            })
    void any_other_instant_is_refused(String text) {
        assertThatThrownBy(() -> Canonical.instant(text)).isInstanceOf(FormatException.class);
    }

    @Test
    void bytes_have_one_spelling() throws FormatException {
        assertThat(Canonical.base64("AAEC")).containsExactly(0, 1, 2);
        assertThat(Canonical.base64("AA==")).containsExactly(0);
        assertThat(Canonical.base64("")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AA", "AA=", "AB==", "A", "AA==\n", " AAEC", "AA-_", "A===", "===="})
    void any_other_base64_is_refused(String text) {
        assertThatThrownBy(() -> Canonical.base64(text)).isInstanceOf(FormatException.class);
    }

    @Test
    void text_that_is_not_well_formed_utf_8_is_refused() throws FormatException {
        assertThat(Canonical.utf8("file — récépissé".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("file — récépissé");
        for (var wrong :
                new byte[][] {{(byte) 0xff}, {(byte) 0xc0, (byte) 0x80}, {(byte) 0xed, (byte) 0xa0, (byte) 0x80}}) {
            assertThatThrownBy(() -> Canonical.utf8(wrong)).isInstanceOf(FormatException.class);
        }
    }

    @Test
    void hexadecimal_digits_are_counted_and_small() {
        assertThat(Canonical.isHex("09af", 4)).isTrue();
        assertThat(Canonical.isHex("09AF", 4)).isFalse();
        assertThat(Canonical.isHex("09a", 4)).isFalse();
        assertThat(Canonical.isHex("09ag", 4)).isFalse();
        assertThat(Canonical.isHex("0٣af", 4)).isFalse();
    }
}
