package org.guichet.app.status;

import java.util.Optional;
import org.guichet.app.appointment.ExplainRun.WhyNothing;
import org.guichet.app.page.Problem;
import org.guichet.app.page.View;
import org.guichet.app.registration.Request;
import org.guichet.core.allot.Wall;

/**
 * Why a request has no place yet: the last run, in plain words, and the certificate; empty where there is nothing to
 * say. {@code never} is what the rules in force can never serve.
 */
public record WhyPage(View view, Request request, Optional<WhyNothing> why, Optional<Problem> never, String key) {

    /** In one sentence, what the certificate says. */
    public String reason() {
        var walls = why.orElseThrow().refusal().walls();
        if (walls.isEmpty()) {
            return view.t("why.nothing.fits");
        }
        if (request.persons() > 1) {
            return view.t("why.group", "persons", request.persons());
        }
        return view.t(
                "why.single", "places", walls.stream().mapToInt(Wall::places).sum());
    }

    public String file() {
        return view.to("/suivi/refus/certificat?k=" + key);
    }
}
