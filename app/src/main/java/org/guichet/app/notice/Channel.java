package org.guichet.app.notice;

/** Carries a message to a person; the demo has one that only shows it. */
public interface Channel {
    /** What became of it: what did not go is tried again later, and all of it where nothing can be sent now. */
    sealed interface Outcome {
        record Sent() implements Outcome {}

        record Failed(String why) implements Outcome {}

        record Away(String why) implements Outcome {}
    }

    Outcome send(Message message);
}
