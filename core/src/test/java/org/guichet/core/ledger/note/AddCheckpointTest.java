package org.guichet.core.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.guichet.core.text.FormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class AddCheckpointTest {
    // The example of C2SP tlog-witness.
    private static final String EXAMPLE = """
            old 20852014
            PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
            jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
            5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
            /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            \u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            """;

    @Test
    void the_example_of_the_specification_is_read_and_written_again() throws FormatException {
        var request = AddCheckpoint.parse(EXAMPLE.getBytes(UTF_8));
        assertThat(request.old()).isEqualTo(20852014);
        assertThat(request.path()).hasSize(4);
        assertThat(Checkpoint.parse(request.checkpoint().text()).size()).isEqualTo(20852163);
        assertThat(request.format()).isEqualTo(EXAMPLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "old",
                "old  1",
                "old +1",
                "old 01",
                "Old 1",
                "old 1\r",
                "old 1\nabc",
                "old 4611686018427387905"
            })
    void another_first_line_is_refused(String start) {
        var text = start + EXAMPLE.substring(EXAMPLE.indexOf('\n'));
        assertThatThrownBy(() -> AddCheckpoint.parse(text.getBytes(UTF_8))).isInstanceOf(FormatException.class);
    }

    @Test
    void a_body_without_end_is_refused() {
        var text = EXAMPLE + "\u2014 a AAAAAAA=\n".repeat(AddCheckpoint.BYTES_MAX / 10);
        assertThatThrownBy(() -> AddCheckpoint.parse(text.getBytes(UTF_8))).hasMessageContaining("there are more than");
    }
}
