package org.guichet.app.notice;

/**
 * How a request is reached; an empty text means not this way. Nothing at all means that the person asks at the desk.
 */
public record Reach(String email, String mobile, String post, String association) {
    public static final Reach AT_THE_DESK = new Reach("", "", "", "");

    public boolean isAtTheDesk() {
        return equals(AT_THE_DESK);
    }
}
