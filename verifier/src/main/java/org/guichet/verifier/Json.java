package org.guichet.verifier;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes maps, lists, strings, numbers and truth values as JSON (RFC 8259) in ASCII. */
final class Json {
    private static final int ASCII_MAX = 0x7e;

    private Json() {}

    static String of(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> of(entry.getKey()) + ":" + of(entry.getValue()))
                        .collect(Collectors.joining(",", "{", "}"));
            case List<?> list -> list.stream().map(Json::of).collect(Collectors.joining(",", "[", "]"));
            case String text -> string(text);
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            default -> throw new IllegalArgumentException("JSON has no " + value.getClass());
        };
    }

    private static String string(String text) {
        return text.chars().mapToObj(Json::character).collect(Collectors.joining("", "\"", "\""));
    }

    private static String character(int c) {
        if (c < ' ' || c > ASCII_MAX || c == '"' || c == '\\') {
            return "\\u" + Integer.toHexString(0x10000 | c).substring(1);
        }
        return Character.toString(c);
    }
}
