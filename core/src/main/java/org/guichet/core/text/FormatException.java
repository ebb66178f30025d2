package org.guichet.core.text;

/** What was read is not in its format. */
public final class FormatException extends Exception {
    private static final long serialVersionUID = 1;

    private final String why;

    public FormatException(String why) {
        super(why);
        this.why = why;
    }

    /** What is wrong, in English, as a clause; it repeats nothing of what was read. */
    public String why() {
        return why;
    }
}
