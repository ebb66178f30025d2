package org.guichet.app.asking;

import java.util.Optional;
import org.guichet.app.page.View;

/**
 * Says why answers are not taken; {@code what} begins its message keys, {@code next} is where the person goes on, and
 * {@code follow} where a request is found that may have been sent.
 */
public record NotTakenPage(View view, String what, String next, Optional<String> follow) {
    private NotTakenPage(View view, String what, String next) {
        this(view, what, next, Optional.empty());
    }

    /** Too old or damaged: they are gone, unless they had been sent. */
    static NotTakenPage gone(View view, String procedure) {
        var next = "/demarches/" + procedure;
        return new NotTakenPage(view.at(next), "asking.gone", view.to(next), Optional.of(view.to("/suivi")));
    }

    /** Sent before, and not as they are now: what was recorded stays as it is. */
    static NotTakenPage sentOtherwise(View view, String receipt) {
        return new NotTakenPage(view.at(receipt), "asking.otherwise", view.to(receipt));
    }

    /** Sent before, and not for the place that is chosen now: what the request has it keeps. */
    static NotTakenPage placeOtherwise(View view, String request) {
        return new NotTakenPage(view.at(request), "asking.otherplace", view.to(request));
    }
}
