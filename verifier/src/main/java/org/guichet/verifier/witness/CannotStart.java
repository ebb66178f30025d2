package org.guichet.verifier.witness;

/** The witness cannot start, and its operator can do something about it: the message is one sentence that says what. */
final class CannotStart extends Exception {
    private static final long serialVersionUID = 1;

    private final String sentence;

    CannotStart(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
