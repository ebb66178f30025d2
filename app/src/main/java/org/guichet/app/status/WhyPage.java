package org.guichet.app.status;

import java.util.Optional;
import org.guichet.app.appointment.ExplainRun.WhyNothing;
import org.guichet.app.appointment.Obstacle;
import org.guichet.app.page.Problem;
import org.guichet.app.page.View;
import org.guichet.app.registration.Request;
import org.guichet.core.allot.Together;

/**
 * Why a request has no place yet: the last run, in plain words, and the certificate; empty where there is nothing to
 * say. {@code never} is what the rules in force can never serve.
 */
public record WhyPage(View view, Request request, Optional<WhyNothing> why, Optional<Problem> never, String key) {

    /** In one sentence, what the certificate proves. */
    public String reason() {
        return switch (why.orElseThrow().obstacle()) {
            case Obstacle.NothingSuits() -> view.t("why.nothing.fits");
            case Obstacle.AllGiven(var places) -> view.t("why.single", "places", places);
            case Obstacle.TooFewTogether(var persons, var together) ->
                view.t("why.group.few", "persons", persons, "way", together.name());
            case Obstacle.OneIsMissing(var persons, var together) -> view.t(missing(together), "persons", persons);
        };
    }

    private static String missing(Together together) {
        return switch (together) {
            case SIMULTANEOUS, SAME_DAY -> "why.group.taken";
            case ADJACENT -> "why.group.between";
        };
    }

    public String file() {
        return view.to("/suivi/refus/certificat?k=" + key);
    }
}
