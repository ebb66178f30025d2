package org.guichet.app.notice;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.guichet.app.page.View;
import org.springframework.stereotype.Component;

/** Words a message for every way by which a request is reached. */
@Component
public final class Tell {
    private final Outbox outbox;

    Tell(Outbox outbox) {
        this.outbox = outbox;
    }

    /** Whom it is for: the request, the language of its messages, and how it is reached. */
    public record Recipient(UUID request, View view, Reach reach) {}

    /**
     * What is said: the message keys {@code notice.<kind>.subject} and {@code notice.<kind>.body} and their arguments,
     * the address that lets the person act, unless nobody who reads it shall, and a file.
     */
    public record Saying(
            String kind, Optional<String> link, Optional<Message.Attachment> file, List<Object> arguments) {
        public Saying withoutLink() {
            return new Saying(kind, Optional.empty(), file, arguments);
        }
    }

    /** What there is to tell, ready for the outbox: wording and locking it away need no transaction. */
    public List<Outbox.Letter> letters(Recipient recipient, Saying saying, Instant now) {
        var view = recipient.view();
        var subject = view.t(
                "notice." + saying.kind() + ".subject", saying.arguments().toArray());
        var body =
                view.t("notice." + saying.kind() + ".body", saying.arguments().toArray());
        var reach = recipient.reach();
        var whole = saying.link()
                .map(it -> Message.withLink(body, view.t("notice.link"), it, view.t("notice.foot")))
                .orElse(body);
        var language = view.language().code();
        return Stream.of(
                        new Message(Way.EMAIL, reach.email(), language, subject, whole, saying.file()),
                        new Message(Way.MOBILE, reach.mobile(), language, subject, body, Optional.empty()),
                        new Message(Way.POST, reach.post(), language, subject, body, Optional.empty()),
                        new Message(Way.ASSOCIATION, reach.association(), language, subject, body, Optional.empty()))
                .filter(message -> !message.to().isEmpty())
                .map(message -> outbox.letter(view.authority(), recipient.request(), saying.kind(), message, now))
                .toList();
    }
}
