package org.guichet.app.registration;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.notice.Message;
import org.guichet.app.notice.Outbox;
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
        var view = view(authority, request);
        var recipient = new Tell.Recipient(request.id().value(), view, requests.reach(authority, request.id()));
        var common = Stream.<Object>of(
                "number", request.number().grouped(),
                "short", request.number().lastFour(),
                "authority", view.t(view.masthead().name()));
        tell.tell(
                recipient,
                new Tell.Saying(
                        kind,
                        passes.link(authority, request.id(), request.language()),
                        file,
                        Stream.concat(common, Stream.of(arguments)).toList()),
                now);
    }
}
