package org.guichet.app.platform;

/** The service cannot start, and its operator can do something about it: the message is one sentence that says what. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CannotStart(String sentence) {
        super(sentence);
    }
}
