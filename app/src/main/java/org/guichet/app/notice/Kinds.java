package org.guichet.app.notice;

import java.util.Set;

/** The kinds of messages that differ in how they are sent. */
final class Kinds {
    /**
     * What must be read in time is sent before all else, of which there may be millions: until when to answer, when to
     * come, that nobody may come, and that somebody else may read the messages.
     */
    static final Set<String> URGENT =
            Set.of("offer", "moved", "accepted", "chosen", "closed", "closed-chosen", "reach-changed");

    private Kinds() {}
}
