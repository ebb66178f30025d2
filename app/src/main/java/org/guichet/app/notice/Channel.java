package org.guichet.app.notice;

import java.util.UUID;

/** Carries a message to a person; the demo has one that only shows it. */
public interface Channel {
    /** What became of it; what did not go is tried again later. */
    sealed interface Outcome {
        record Sent() implements Outcome {}

        /** Its address is none, for good. */
        record Refused(String why) implements Outcome {}

        /** It does not go now, and others may: nobody was told, and that is no fault of the address. */
        record Deferred(String why) implements Outcome {}

        /** Nothing can be sent now. */
        record Away(String why) implements Outcome {}
    }

    /** {@code id} is the same whenever this message is sent again. */
    Outcome send(UUID id, Message message);
}
