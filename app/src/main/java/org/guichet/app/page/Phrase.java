package org.guichet.app.page;

import java.util.List;

/** A sentence, or a part of one, before it has a language: a message key and its arguments (name, value, …). */
public record Phrase(String key, List<Object> arguments) {
    public Phrase(String key, Object... arguments) {
        this(key, List.of(arguments));
    }

    /** Sentences that follow one another. */
    public record Several(List<Phrase> sentences) {}
}
