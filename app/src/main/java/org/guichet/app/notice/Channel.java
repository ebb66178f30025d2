package org.guichet.app.notice;

import java.util.UUID;

/** Carries messages to people; the demo has one that only shows them. */
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

    /** Takes some messages one after the other, and keeps what leads to where they go until it is closed. */
    interface Carrier extends AutoCloseable {
        /** {@code id} is the same whenever this message is sent again. */
        Outcome send(UUID id, Message message);

        @Override
        default void close() {}
    }

    Carrier carrier();
}
