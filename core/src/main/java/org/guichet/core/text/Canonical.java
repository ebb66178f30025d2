package org.guichet.core.text;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The one spelling of numbers, instants, bytes and text; anything else is refused. */
public final class Canonical {
    /** The greatest number a canonical text may hold, so that no sum or product of a reader overflows. */
    public static final long NUMBER_MAX = 999_999_999_999L;

    // U+FFFD stands where bytes were no UTF-8.
    private static final String SIGN = "[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S}&&[^\\uFFFD]]";
    private static final Pattern WORDS = Pattern.compile(SIGN + "+(?: " + SIGN + "+)*");

    private static final int INSTANT_LENGTH = "2021-04-11T22:00:00Z".length();

    // Set in the digits and small letters of ASCII, clear in its capitals.
    private static final int LOWER_CASE = 0x20;

    // As many digits as always fit into 64 unsigned bits.
    private static final int DIGITS_MAX = 19;

    private Canonical() {}

    /** Whether {@code text} is so many lower-case hexadecimal digits. */
    public static boolean isHex(String text, int digits) {
        if (text.length() != digits) {
            return false;
        }
        for (var i = 0; i < digits; i++) {
            if (!HexFormat.isHexDigit(text.charAt(i)) || (text.charAt(i) & LOWER_CASE) == 0) {
                return false;
            }
        }
        return true;
    }

    /** A decimal number from 0 to {@code max} without sign or leading zeros. */
    public static long number(String text, long max) throws FormatException {
        if (!isDigits(text) || text.length() > DIGITS_MAX || (text.length() > 1 && text.charAt(0) == '0')) {
            throw new FormatException("a number is not written in decimal digits without leading zeros");
        }
        var number = Long.parseUnsignedLong(text);
        if (number < 0 || number > max) {
            throw new FormatException("a number is greater than " + max);
        }
        return number;
    }

    /** An instant of the years 0 to 9999 in UTC and whole seconds, such as {@code 2021-04-11T22:00:00Z}. */
    public static Instant instant(String text) throws FormatException {
        try {
            var instant = Instant.parse(text);
            if (isWhole(instant) && instant.toString().equals(text)) {
                return instant;
            }
        } catch (DateTimeParseException notAnInstant) {
            // Refused like every other spelling.
        }
        throw new FormatException("an instant is not written like 2021-04-11T22:00:00Z");
    }

    /** Whether this instant is a whole second of the years 0 to 9999, all that canonical text can express. */
    public static boolean isWhole(Instant instant) {
        return instant.toString().length() == INSTANT_LENGTH;
    }

    /** Bytes in standard Base64 with padding (RFC 4648 section 4), with no other bits than the bytes need. */
    public static byte[] base64(String text) throws FormatException {
        try {
            var bytes = Base64.getDecoder().decode(text);
            if (Base64.getEncoder().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // Refused like every other spelling.
        }
        throw new FormatException("bytes are not written in standard Base64 with padding");
    }

    /**
     * Whether this is one line of at most so many signs in its one spelling: in NFC, with single spaces between words
     * and none around them, and nothing that cannot be seen.
     */
    public static boolean isSentence(String text, int signs) {
        return !text.isEmpty()
                && text.codePointCount(0, text.length()) <= signs
                && Normalizer.isNormalized(text, Normalizer.Form.NFC)
                && WORDS.matcher(text).matches();
    }

    /** Text in well-formed UTF-8. */
    public static String utf8(byte[] bytes) throws FormatException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new FormatException("the text is not well-formed UTF-8");
        }
    }

    private static boolean isDigits(String text) {
        for (var i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
