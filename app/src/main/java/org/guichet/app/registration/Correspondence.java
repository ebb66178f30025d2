package org.guichet.app.registration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.notice.Message;
import org.guichet.app.notice.Outbox;
import org.guichet.app.notice.Reach;
import org.guichet.app.notice.Tell;
import org.guichet.app.page.View;
import org.guichet.app.page.Views;
import org.guichet.app.platform.AuthorityId;
import org.springframework.stereotype.Component;

/** Writes to a request, in its language and by its ways; part of the caller's transaction. */
@Component
public final class Correspondence {
    private final Tell tell;
    private final Requests requests;
    private final Passes passes;
    private final Catalogues catalogues;
    private final Views views;
    private final Outbox outbox;

    Correspondence(Tell tell, Requests requests, Passes passes, Catalogues catalogues, Views views, Outbox outbox) {
        this.tell = tell;
        this.requests = requests;
        this.passes = passes;
        this.catalogues = catalogues;
        this.views = views;
        this.outbox = outbox;
    }

    /** The view in which a request is written to: dates and names for its messages are made with it. */
    public View view(AuthorityId authority, Request request) {
        return views.of(catalogues.masthead(authority), request.language());
    }

    /** Every message may also use {@code number}, {@code short} and {@code authority}. */
    public void write(AuthorityId authority, Request request, Instant now, String kind, Object... arguments) {
        write(authority, request, now, Optional.empty(), kind, arguments);
    }

    /** Takes back what was written at an earlier instant; where some of it has left, a word about that follows. */
    public void takeBack(AuthorityId authority, Request request, Instant writtenAt, String kind, Instant now) {
        if (!outbox.takeBack(authority, request.id().value(), kind, writtenAt)) {
            write(authority, request, now, "undone");
        }
    }

    public void write(
            AuthorityId authority,
            Request request,
            Instant now,
            Optional<Message.Attachment> file,
            String kind,
            Object... arguments) {
        var to = new Addressee(authority, request, requests.reach(authority, request.id()));
        tell.tell(recipient(to), saying(to, file, kind, arguments), now);
    }

    /** Whom a letter goes to. */
    record Addressee(AuthorityId authority, Request request, Reach reach) {}

    /** What {@link #write} writes, ready to be posted. */
    List<Outbox.Letter> letters(Addressee to, Instant now, String kind, Object... arguments) {
        return tell.letters(recipient(to), saying(to, Optional.empty(), kind, arguments), now);
    }

    /** Whether a letter of this kind was written after an instant, sent or not. */
    boolean wasWritten(AuthorityId authority, RequestId request, String kind, Instant after) {
        return outbox.wasWritten(authority, request.value(), kind, after);
    }

    /** Part of the caller's transaction. */
    void post(AuthorityId authority, List<Outbox.Letter> letters) {
        outbox.add(authority, letters);
    }

    private Tell.Recipient recipient(Addressee to) {
        return new Tell.Recipient(to.request().id().value(), view(to.authority(), to.request()), to.reach());
    }

    private Tell.Saying saying(Addressee to, Optional<Message.Attachment> file, String kind, Object... arguments) {
        var request = to.request();
        var view = view(to.authority(), request);
        var common = Stream.<Object>of(
                "number", request.number().grouped(),
                "short", request.number().lastFour(),
                "authority", view.t(view.masthead().name()));
        return new Tell.Saying(
                kind,
                passes.link(to.authority(), request.id(), request.language()),
                file,
                Stream.concat(common, Stream.of(arguments)).toList());
    }
}
