package org.guichet.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TextTest {
    @Test
    void spaces_are_squeezed_and_invisible_marks_taken_away() {
        assertThat(Text.clean("  Abd\u00a0 al\t\nRahman\u200f\u0000\u0007 ")).isEqualTo("Abd al Rahman");
    }

    @Test
    void letters_are_composed_so_that_equal_names_are_equal() {
        assertThat(Text.clean("Traore\u0301")).isEqualTo("Traoré");
    }

    @Test
    void digits_of_any_script_become_latin_ones() {
        assertThat(Text.latinDigits("٢٠٢١ ۱۲ １２ abc")).isEqualTo("2021 12 12 abc");
    }

    @Test
    void markup_is_never_let_through() {
        assertThat(Text.escape("<a href=\"x\">&</a>")).isEqualTo("&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;");
    }
}
