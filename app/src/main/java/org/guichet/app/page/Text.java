package org.guichet.app.page;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Typed text, made clean without changing what the person meant. */
public final class Text {
    // Invisible marks that paste brings along (direction, joiners, byte order, control characters) and that would tell
    // two equal names apart.
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff]|[\\p{Cc}&&[^\\s]]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]+");

    private Text() {}

    /** Composed (NFC), without invisible marks, spaces squeezed and none at the ends. */
    public static String clean(String typed) {
        var composed = Normalizer.normalize(typed, Normalizer.Form.NFC);
        return SPACES.matcher(INVISIBLE.matcher(composed).replaceAll(""))
                .replaceAll(" ")
                .strip();
    }

    /** Arabic-Indic and Persian digits, and letters that stand for digits on no keyboard, become Latin digits. */
    public static String latinDigits(String typed) {
        var out = new StringBuilder();
        typed.codePoints()
                .forEach(it -> out.append(
                        Character.isDigit(it) ? String.valueOf(Character.digit(it, 10)) : Character.toString(it)));
        return out.toString();
    }

    /** Its beginning, where it is longer. */
    public static String cut(String text, int most) {
        return text.substring(0, Math.min(text.length(), most));
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
