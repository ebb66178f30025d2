package org.guichet.core.ledger;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import org.guichet.core.text.FormatException;
import org.junit.jupiter.api.Test;

final class EntryBundleTest {
    private static final List<byte[]> ENTRIES =
            List.of("one".getBytes(US_ASCII), "two".getBytes(US_ASCII), "three".getBytes(US_ASCII));

    @Test
    void entries_follow_one_another_after_their_lengths() throws FormatException {
        var bytes = EntryBundle.encode(ENTRIES);
        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo("00036f6e65" + "000374776f" + "00057468726565");
        assertThat(EntryBundle.decode(bytes, 3)).usingRecursiveComparison().isEqualTo(ENTRIES);
    }

    @Test
    void an_empty_entry_and_the_longest_one_survive() throws FormatException {
        var entries = List.of(new byte[0], new byte[EntryBundle.ENTRY_BYTES_MAX]);
        var decoded = EntryBundle.decode(EntryBundle.encode(entries), 2);
        assertThat(decoded.getFirst()).isEmpty();
        assertThat(decoded.getLast()).isEqualTo(entries.getLast());
    }

    @Test
    void a_bundle_cut_anywhere_is_refused() {
        var bytes = EntryBundle.encode(ENTRIES);
        for (var length = 0; length < bytes.length; length++) {
            var cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> EntryBundle.decode(cut, 3)).isInstanceOf(FormatException.class);
        }
    }

    @Test
    void a_bundle_with_another_number_of_entries_is_refused() {
        var bytes = EntryBundle.encode(ENTRIES);
        assertThatThrownBy(() -> EntryBundle.decode(bytes, 2))
                .isInstanceOf(FormatException.class)
                .hasMessageContaining("3 entries instead of 2");
        assertThatThrownBy(() -> EntryBundle.decode(bytes, 4)).isInstanceOf(FormatException.class);
    }

    @Test
    void what_no_bundle_can_hold_is_refused_when_written() {
        assertThatThrownBy(() -> EntryBundle.encode(List.of(new byte[EntryBundle.ENTRY_BYTES_MAX + 1])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> EntryBundle.encode(Collections.nCopies(257, new byte[1])))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
