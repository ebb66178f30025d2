package org.guichet.core.text;

import java.time.Instant;

/**
 * Reads a text of lines {@code key value}, in a fixed order and with one space, after a first line that names its type.
 */
public final class Fields {
    private final String text;
    private int position;

    public Fields(String text) {
        this.text = text;
    }

    /** The next line, without its end. */
    public String line() throws FormatException {
        var end = text.indexOf('\n', position);
        if (end < 0) {
            throw new FormatException("a line is missing or does not end in a line feed");
        }
        var line = text.substring(position, end);
        position = end + 1;
        return line;
    }

    /** Whether the next line has this key. */
    public boolean has(String key) {
        return text.startsWith(key, position) && text.startsWith(" ", position + key.length());
    }

    /** The value of the next line, whose key must be this. */
    public String value(String key) throws FormatException {
        if (!has(key)) {
            throw new FormatException("the line of the field " + key + " is missing or not in its place");
        }
        return line().substring(key.length() + 1);
    }

    public long number(String key) throws FormatException {
        return Canonical.number(value(key), Canonical.NUMBER_MAX);
    }

    public Instant instant(String key) throws FormatException {
        return Canonical.instant(value(key));
    }

    /** So many lower-case hexadecimal digits. */
    public String hex(String key, int digits) throws FormatException {
        var value = value(key);
        if (!Canonical.isHex(value, digits)) {
            throw new FormatException("the field " + key + " is not " + digits + " lower-case hexadecimal digits");
        }
        return value;
    }

    /** Whatever follows the lines read so far. */
    public String rest() {
        return text.substring(position);
    }

    /** Refuses whatever follows the last field. */
    public void end() throws FormatException {
        if (position != text.length()) {
            throw new FormatException("there is more after the last line");
        }
    }
}
