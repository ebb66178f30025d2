package org.guichet.app.status;

import java.util.Optional;
import org.guichet.app.appointment.ExplainRun.Explanation;
import org.guichet.app.appointment.ExplainRun.NoRun;
import org.guichet.app.appointment.ExplainRun.NotInIt;
import org.guichet.app.appointment.ExplainRun.Served;
import org.guichet.app.appointment.ExplainRun.WhyNothing;
import org.guichet.app.appointment.Obstacle;
import org.guichet.app.page.Problem;
import org.guichet.app.page.View;
import org.guichet.app.registration.Request;
import org.guichet.core.allot.Together;

/**
 * Why a request has no place yet: the last run, in plain words, and the certificate of whoever got nothing in it.
 * {@code never} is what the rules in force can never serve.
 */
public record WhyPage(View view, Request request, Explanation explanation, Optional<Problem> never, String key) {

    /** Where a run refused the request. */
    public Optional<WhyNothing> why() {
        return explanation instanceof WhyNothing why ? Optional.of(why) : Optional.empty();
    }

    /** What the last run was for the request, in one sentence or two. */
    public String reason() {
        return switch (explanation) {
            case WhyNothing why -> reason(why.obstacle());
            case Served(var at) -> view.t("why.served", "date", view.date(at));
            case NotInIt() -> view.t("why.none");
            case NoRun() -> view.t("why.norun");
        };
    }

    // What the certificate proves.
    private String reason(Obstacle obstacle) {
        return switch (obstacle) {
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
