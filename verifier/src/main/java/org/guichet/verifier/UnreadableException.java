package org.guichet.verifier;

/** Something of the journal could not be read, so that nothing can be said of it. */
final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1;

    private final String sentence;

    UnreadableException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** What could not be read and why, as a sentence in English. */
    String sentence() {
        return sentence;
    }
}
