package org.guichet.app.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * All sentences, by key and language, from {@code messages/<feature>_<language>.properties}. A key that is missing or
 * given twice is a mistake in the program and stops it at start.
 */
@Component
public final class Messages {
    private static final char NO_BREAK_SPACE = '\u00a0';
    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    private final Map<Language, Map<String, String>> patterns = new EnumMap<>(Language.class);
    private final Map<Language, Map<String, Sentence>> sentences = new EnumMap<>(Language.class);

    public Messages() {
        try {
            for (var language : Language.values()) {
                patterns.put(language, load(language));
                sentences.put(language, new ConcurrentHashMap<>());
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The sentence; {@code arguments} are name, value, name, value. */
    public String text(Language language, String key, Object... arguments) {
        var pattern = pattern(language, key);
        if (pattern.indexOf('{') < 0) {
            return pattern;
        }
        return Objects.requireNonNull(sentences.get(language))
                .computeIfAbsent(key, _ -> new Sentence(language, pattern))
                .with(named(language, arguments));
    }

    public boolean has(Language language, String key) {
        return Objects.requireNonNull(patterns.get(language)).containsKey(key);
    }

    public Map<String, String> all(Language language) {
        return Collections.unmodifiableMap(new TreeMap<>(Objects.requireNonNull(patterns.get(language))));
    }

    String pattern(Language language, String key) {
        var pattern = Objects.requireNonNull(patterns.get(language)).get(key);
        if (pattern == null) {
            throw new IllegalArgumentException("No message " + key + " in " + language.code());
        }
        return pattern;
    }

    static Map<String, Object> named(Language language, Object... arguments) {
        var named = new LinkedHashMap<String, Object>();
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            named.put((String) arguments[i], isolated(language, arguments[i + 1]));
        }
        return named;
    }

    // Names, addresses and dates keep their own direction inside a sentence written from right to left.
    private static Object isolated(Language language, Object argument) {
        return argument instanceof String text && language.direction().equals("rtl")
                ? FIRST_STRONG_ISOLATE + text + POP_ISOLATE
                : argument;
    }

    private static Map<String, String> load(Language language) throws IOException {
        var found = new HashMap<String, String>();
        var files = new PathMatchingResourcePatternResolver()
                .getResources("classpath*:messages/*_" + language.code() + ".properties");
        for (var file : files) {
            for (var entry : properties(file).entrySet()) {
                var text = typeset(language, (String) entry.getValue());
                if (found.put((String) entry.getKey(), text) != null) {
                    throw new IllegalStateException("The message " + entry.getKey() + " stands twice");
                }
            }
        }
        return found;
    }

    private static Properties properties(Resource file) throws IOException {
        var properties = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }

    // French sets a space before double signs, and the line must not break there.
    private static String typeset(Language language, String text) {
        return language == Language.FR
                ? text.replaceAll(" ([:;?!»€])", NO_BREAK_SPACE + "$1").replace("« ", "«" + NO_BREAK_SPACE)
                : text;
    }
}
