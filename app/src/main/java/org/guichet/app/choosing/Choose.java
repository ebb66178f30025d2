package org.guichet.app.choosing;

import java.util.Optional;
import org.guichet.app.appointment.Appoint;
import org.guichet.app.appointment.Offers;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.registration.Application;
import org.guichet.app.registration.Register;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Requests;
import org.springframework.stereotype.Component;

/**
 * Records a request and gives it the place that its person chose, in three steps that may each be the last: the place
 * is kept, the request is recorded as every request is, and the place that is kept becomes its appointment. Stopped in
 * between, the same form sent again goes on from there.
 */
@Component
public final class Choose {
    private final HoldPlace hold;
    private final Register register;
    private final Appoint appoint;
    private final Requests requests;
    private final Offers offers;

    Choose(HoldPlace hold, Register register, Appoint appoint, Requests requests, Offers offers) {
        this.hold = hold;
        this.register = register;
        this.appoint = appoint;
        this.requests = requests;
        this.offers = offers;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** Recorded, and the place was given, unless one of the persons stands in the line already: nobody is told. */
        record Recorded(Request request) implements Outcome {}

        /** The same form was sent before: it is the same request. */
        record SentBefore(Request request) implements Outcome {}

        /** Somebody else has the place; nothing is recorded. */
        record Taken() implements Outcome {}

        /** Places are not chosen any more; nothing is recorded. */
        record Over() implements Outcome {}
    }

    public Outcome choose(AuthorityId authority, Application application, Wanted wanted) {
        return sentBefore(authority, application).orElseGet(() -> take(authority, application, wanted));
    }

    private Outcome take(AuthorityId authority, Application application, Wanted wanted) {
        var chooser = new Chooser(
                application.pool(), application.submission(), application.persons(), application.together());
        return switch (hold.holdToSend(authority, chooser, wanted)) {
            case HoldPlace.Outcome.Held _, HoldPlace.Outcome.NotKept _ -> {
                var request = register.register(authority, application).request();
                appoint.appoint(authority, request.id(), application.submission());
                yield new Outcome.Recorded(request);
            }
            // The same form, sent twice at once: the other one has the place.
            case HoldPlace.Outcome.Taken() -> sentBefore(authority, application).orElseGet(Outcome.Taken::new);
            case HoldPlace.Outcome.Over() -> sentBefore(authority, application).orElseGet(Outcome.Over::new);
        };
    }

    /** A form that was recorded, but stopped before anything was given to it, goes on. */
    private Optional<Outcome> sentBefore(AuthorityId authority, Application application) {
        return requests.find(authority, application.submission())
                .filter(it ->
                        !it.isLive() || !offers.ofRequest(authority, it.id()).isEmpty())
                .map(Outcome.SentBefore::new);
    }
}
