package org.guichet.simulate.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** The sentences and the numbers of one language. */
public final class Words {
    static final List<String> LANGUAGES = List.of("fr", "en");

    private final Locale locale;
    private final Properties sentences = new Properties();

    private Words(String language) {
        locale = Locale.of(language);
        try (var file = Words.class.getResourceAsStream(language + ".properties")) {
            if (file == null) {
                throw new IllegalStateException("No words in " + language);
            }
            sentences.load(new InputStreamReader(file, UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    public static Optional<Words> in(String language) {
        return LANGUAGES.contains(language) ? Optional.of(new Words(language)) : Optional.empty();
    }

    String language() {
        return locale.getLanguage();
    }

    /** The sentence of this key; {0}, {1} … are what it is about. */
    public String say(String key, Object... about) {
        var sentence = sentences.getProperty(key);
        if (sentence == null) {
            throw new IllegalArgumentException("No words for " + key);
        }
        for (var i = 0; i < about.length; i++) {
            sentence = sentence.replace("{" + i + "}", about[i].toString());
        }
        return sentence;
    }

    /** A number with so many decimals, and no minus before a zero. */
    String number(double value, int decimals) {
        var scale = Math.pow(10, decimals);
        return String.format(locale, "%,." + decimals + "f", Math.rint(value * scale) / scale + 0.0);
    }

    Iterable<String> keys() {
        return sentences.stringPropertyNames();
    }
}
