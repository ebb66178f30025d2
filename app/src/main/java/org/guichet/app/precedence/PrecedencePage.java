package org.guichet.app.precedence;

import java.util.List;
import java.util.Optional;
import org.guichet.app.access.Staff;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.page.Form;
import org.guichet.app.registration.Applicant;
import org.guichet.app.registration.Request;

/** The request whose proof is on the counter, and the claims that wait for another agent. */
public record PrecedencePage(Staff staff, Form form, Optional<Dossier> dossier, List<Item> open, Said said) {
    /** What was done, to be said once. */
    public enum Said {
        NOTHING,
        SEEN,
        DECIDED,
        SAME_AGENT,
        TOO_LATE
    }

    /** A request, what its procedure knows of precedence, and its newest claim. */
    public record Dossier(
            Request request, List<Applicant> persons, Catalogue.Procedure procedure, Optional<Claim> claim) {
        /** Whether the proof can be noted now. */
        public boolean mayAsk() {
            return request.isLive()
                    && procedure.precedence().isDeclared()
                    && claim.flatMap(Claim::decision).map(it -> !it.granted()).orElse(claim.isEmpty());
        }
    }

    /** A claim that waits, with its request. */
    public record Item(Claim claim, Dossier dossier) {}

    public boolean isMine(Claim claim) {
        return claim.seen().by().equals(staff.desk().agent().signIn());
    }

    /** The name of its class, as far as the file still has it. */
    public String legalClass(Dossier dossier, Claim claim) {
        return dossier.procedure()
                .precedence()
                .find(claim.legalClass())
                .map(it -> staff.view().t(it.name()))
                .orElse(claim.legalClass());
    }
}
