package org.guichet.core.text;

/** What was read is not in its format; the message says in English what is wrong and repeats nothing of what was read. */
public final class FormatException extends Exception {
    private static final long serialVersionUID = 1;

    public FormatException(String message) {
        super(message);
    }
}
