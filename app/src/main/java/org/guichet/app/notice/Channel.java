package org.guichet.app.notice;

/** Carries a message to a person; the demo has one that only shows it. */
public interface Channel {
    /** What became of it: a failure is tried again later. */
    sealed interface Outcome {
        record Sent() implements Outcome {}

        record Failed(String why) implements Outcome {}
    }

    Outcome send(Message message);
}
