package org.guichet.app.notice;

import java.util.Optional;

/** A message as it is sent: plain text, and at most one file. */
public record Message(
        Way way, String to, String language, String subject, String body, Optional<Attachment> attachment) {
    private static final String PART = "\n\n";

    /** The same with an address that lets the person act, after some words about it and before some. */
    static String withLink(String body, String words, String link, String foot) {
        return String.join(PART, body, words, link, foot);
    }

    /** What is said without the link, for whoever reads it and shall not act for the person. */
    public String withoutLink() {
        var link = body.lastIndexOf(PART + "http");
        return link < 0 ? body : body.substring(0, body.lastIndexOf(PART, link - 1));
    }

    /** A file that goes with a message; {@code type} is its media type. */
    public record Attachment(String name, String type, String text) {}
}
