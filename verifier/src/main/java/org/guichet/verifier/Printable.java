package org.guichet.verifier;

import java.util.stream.Collectors;

/** Text of strangers made fit for a terminal: no control or formatting characters, not without end. */
final class Printable {
    private static final int LENGTH_MAX = 4000;

    private Printable() {}

    static String of(String text) {
        return text.codePoints()
                .limit(LENGTH_MAX)
                .mapToObj(c -> isPlain(c) ? Character.toString(c) : "?")
                .collect(Collectors.joining());
    }

    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
