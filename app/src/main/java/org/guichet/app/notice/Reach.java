package org.guichet.app.notice;

import java.util.List;
import java.util.stream.Stream;

/**
 * How a request is reached; an empty text means not this way. Nothing at all means that the person asks at the desk.
 */
public record Reach(String email, String mobile, String post, String association) {
    public static final Reach AT_THE_DESK = new Reach("", "", "", "");

    /** The addresses and telephones to which something is sent. */
    public List<String> contacts() {
        return Stream.of(email, mobile).filter(it -> !it.isEmpty()).toList();
    }

    public boolean isAtTheDesk() {
        return equals(AT_THE_DESK);
    }
}
