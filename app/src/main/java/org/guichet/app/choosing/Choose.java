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
    private final Offers offers;
    private final Requests requests;

    Choose(HoldPlace hold, Register register, Appoint appoint, Offers offers, Requests requests) {
        this.hold = hold;
        this.register = register;
        this.appoint = appoint;
        this.offers = offers;
        this.requests = requests;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** Recorded, and the place was given, unless one of the persons stands in the line already: nobody is told. */
        record Recorded(Request request) implements Outcome {}

        /** Recorded without the place, which was taken away at that moment: it waits like every request. */
        record InLine(Request request) implements Outcome {}

        /** The same form was sent before: it is the same request, with the same place. */
        record SentBefore(Request request) implements Outcome {}

        /** The same form was sent before, with other answers or for another place: the request stays as it is. */
        record SentOtherwise(Request request) implements Outcome {}

        /** Somebody else has the place; nothing is recorded. */
        record Taken() implements Outcome {}

        /** Places are not chosen any more; nothing is recorded. */
        record Over() implements Outcome {}
    }

    public Outcome choose(AuthorityId authority, Application application, Wanted wanted) {
        return sentBefore(authority, application, wanted).orElseGet(() -> take(authority, application, wanted));
    }

    // What was kept for the form since goes to the line. A form that was recorded, but stopped before anything was
    // given to it, goes on.
    private Optional<Outcome> sentBefore(AuthorityId authority, Application application, Wanted wanted) {
        return register.sentBefore(authority, application)
                .filter(it -> !it.request().isLive() || wasGiven(authority, it.request()))
                .map(it -> {
                    hold.letGo(authority, chooser(application));
                    return again(authority, it, wanted);
                });
    }

    private Outcome take(AuthorityId authority, Application application, Wanted wanted) {
        return switch (hold.holdToSend(authority, chooser(application), wanted)) {
            case HoldPlace.Outcome.Held _, HoldPlace.Outcome.NotKept _ -> record(authority, application, wanted);
            // The same form, sent twice at once: the other one has the place.
            case HoldPlace.Outcome.Taken() ->
                sentBefore(authority, application, wanted).orElseGet(Outcome.Taken::new);
            case HoldPlace.Outcome.Over() ->
                sentBefore(authority, application, wanted).orElseGet(Outcome.Over::new);
        };
    }

    private Outcome record(AuthorityId authority, Application application, Wanted wanted) {
        var recorded = register.register(authority, application);
        if (recorded instanceof Register.Outcome.SentOtherwise) {
            hold.letGo(authority, chooser(application));
        } else {
            appoint.appoint(authority, recorded.request().id(), application.submission());
        }
        return again(authority, recorded, wanted);
    }

    // Whoever stands in the line already is given nothing, and is answered like everybody.
    private Outcome again(AuthorityId authority, Register.Outcome recorded, Wanted wanted) {
        var request = recorded.request();
        return switch (recorded) {
            case Register.Outcome.Registered _ when isAt(authority, request, wanted) -> new Outcome.Recorded(request);
            case Register.Outcome.SentBefore _ when isAt(authority, request, wanted) -> new Outcome.SentBefore(request);
            case Register.Outcome.Registered _, Register.Outcome.SentBefore _
            when isWithoutPlace(authority, request) -> new Outcome.InLine(request);
            case Register.Outcome.Registered _, Register.Outcome.SentBefore _, Register.Outcome.SentOtherwise _ ->
                new Outcome.SentOtherwise(request);
        };
    }

    private boolean isAt(AuthorityId authority, Request request, Wanted wanted) {
        return offers.live(authority, request.id())
                .map(wanted::is)
                .orElseGet(() -> !wasGiven(authority, request) && isJoined(authority, request));
    }

    private boolean isWithoutPlace(AuthorityId authority, Request request) {
        return request.isLive() && !wasGiven(authority, request) && !isJoined(authority, request);
    }

    // Known since it was recorded.
    private boolean isJoined(AuthorityId authority, Request request) {
        return requests.get(authority, request.id()).joined();
    }

    private boolean wasGiven(AuthorityId authority, Request request) {
        return !offers.ofRequest(authority, request.id()).isEmpty();
    }

    private static Chooser chooser(Application application) {
        return new Chooser(application.pool(), application.submission(), application.persons(), application.together());
    }
}
