package org.guichet.app.notice;

import java.util.Optional;

/** A message as it is sent: plain text, and at most one file. */
public record Message(
        Way way, String to, String language, String subject, String body, Optional<Attachment> attachment) {
    /** A file that goes with a message; {@code type} is its media type. */
    public record Attachment(String name, String type, String text) {}
}
