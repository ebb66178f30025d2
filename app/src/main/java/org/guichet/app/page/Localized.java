package org.guichet.app.page;

import java.util.Map;
import java.util.Objects;

/** A text in every language; French is always there and stands in where another is missing. */
public record Localized(Map<Language, String> texts) {
    public Localized {
        texts = Map.copyOf(texts);
        if (!texts.containsKey(Language.FR)) {
            throw new IllegalArgumentException("A text needs its French form");
        }
    }

    public static Localized same(String text) {
        return new Localized(Map.of(Language.FR, text));
    }

    public String in(Language language) {
        return Objects.requireNonNullElse(texts.get(language), Objects.requireNonNull(texts.get(Language.FR)));
    }
}
