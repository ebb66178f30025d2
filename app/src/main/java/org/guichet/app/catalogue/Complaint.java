package org.guichet.app.catalogue;

/** What is wrong in a catalogue file, at which line, in a sentence its editor understands. */
public record Complaint(int line, String sentence) {
    @Override
    public String toString() {
        return "line " + line + ": " + sentence;
    }
}
