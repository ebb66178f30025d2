package org.guichet.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.MessagePattern;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MessagesTest {
    // What the staff reads is written in French only.
    private static final String STAFF = "staff.";

    private final Messages messages = new Messages();

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_language_says_everything(Language language) {
        assertThat(keys(language)).isEqualTo(keys(Language.FR));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_sentence_takes_the_same_arguments_in_every_language(Language language) {
        for (var key : keys(language)) {
            assertThat(arguments(language, key)).as(key).isEqualTo(arguments(Language.FR, key));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void no_sentence_holds_an_apostrophe_that_quotes(Language language) {
        assertThat(messages.all(language))
                .allSatisfy((key, text) -> assertThat(text).as(key).doesNotContain("'"));
    }

    @Test
    void arabic_has_all_its_plurals() {
        assertThat(messages.all(Language.AR).entrySet().stream()
                        .filter(it -> it.getValue().contains(", plural,")))
                .allSatisfy(it ->
                        assertThat(it.getValue()).as(it.getKey()).contains("two {", "few {", "many {", "other {"));
    }

    @Test
    void french_breaks_no_line_before_a_double_sign() {
        assertThat(messages.text(Language.FR, "asking.qui.title")).endsWith("\u00a0?");
    }

    @Test
    void numbers_are_written_in_latin_digits_in_every_language() {
        assertThat(messages.text(Language.AR, "status.drawn", "date", "x", "position", 312, "count", 1204))
                .contains("312", "1,204");
    }

    @Test
    void names_keep_their_direction_inside_arabic() {
        assertThat(messages.text(Language.AR, "asking.document.why", "name", "BENALI"))
                .contains("\u2068BENALI\u2069");
    }

    private Set<String> keys(Language language) {
        return messages.all(language).keySet().stream()
                .filter(it -> !it.startsWith(STAFF))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> arguments(Language language, String key) {
        Map<String, String> all = messages.all(language);
        var text = String.valueOf(all.get(key));
        assertThat(new MessageFormat(text)).isNotNull();
        var pattern = new MessagePattern(text);
        var names = new TreeSet<String>();
        for (int i = 0; i < pattern.countParts(); i++) {
            if (pattern.getPartType(i) == MessagePattern.Part.Type.ARG_NAME) {
                names.add(pattern.getSubstring(pattern.getPart(i)));
            }
        }
        return names;
    }
}
