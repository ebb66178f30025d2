package org.guichet.app.registration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
import org.guichet.app.platform.Gathered;
import org.springframework.stereotype.Component;

/** Writes to a request, in its language and by its ways; part of the caller's transaction. */
@Component
public final class Correspondence {
    private static final int TOGETHER_MAX = 500;

    private final Tell tell;
    private final Requests requests;
    private final Passes passes;
    private final Catalogues catalogues;
    private final Views views;
    private final Outbox outbox;
    private final Gathered<Unsent> gathered = new Gathered<>(TOGETHER_MAX, this::postAll);

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
        gathered.add(authority, new Unsent(request, saying(authority, request, file, kind, arguments), now));
    }

    /** What is said to a request, before it is known by which ways. */
    private record Unsent(Request request, Tell.Saying saying, Instant now) {
        RequestId id() {
            return request.id();
        }
    }

    private void postAll(AuthorityId authority, List<Unsent> unsent) {
        var reaches =
                requests.reaches(authority, unsent.stream().map(Unsent::id).toList());
        var letters = new ArrayList<Outbox.Letter>();
        for (var each : unsent) {
            var to = new Addressee(authority, each.request(), Objects.requireNonNull(reaches.get(each.id())));
            letters.addAll(tell.letters(recipient(to), each.saying(), each.now()));
        }
        post(authority, letters);
    }

    /** Whom a letter goes to. */
    record Addressee(AuthorityId authority, Request request, Reach reach) {}

    /** What {@link #write} writes, ready to be posted. */
    List<Outbox.Letter> letters(Addressee to, Instant now, String kind, Object... arguments) {
        return tell.letters(
                recipient(to), saying(to.authority(), to.request(), Optional.empty(), kind, arguments), now);
    }

    /** To whoever was reached by these ways until now: nothing in it opens the request. */
    void writeTo(Addressee before, Instant now, String kind, Object... arguments) {
        var said = saying(before.authority(), before.request(), Optional.empty(), kind, arguments);
        post(before.authority(), tell.letters(recipient(before), said.withoutLink(), now));
    }

    /** Part of the caller's transaction. */
    void post(AuthorityId authority, List<Outbox.Letter> letters) {
        outbox.add(authority, letters);
    }

    private Tell.Recipient recipient(Addressee to) {
        return new Tell.Recipient(to.request().id().value(), view(to.authority(), to.request()), to.reach());
    }

    private Tell.Saying saying(
            AuthorityId authority,
            Request request,
            Optional<Message.Attachment> file,
            String kind,
            Object... arguments) {
        var view = view(authority, request);
        var common = Stream.<Object>of(
                "number", request.number().grouped(),
                "short", request.number().lastFour(),
                "authority", view.t(view.masthead().name()));
        return new Tell.Saying(
                kind,
                Optional.of(passes.link(authority, request.id(), request.language())),
                file,
                Stream.concat(common, Stream.of(arguments)).toList());
    }
}
