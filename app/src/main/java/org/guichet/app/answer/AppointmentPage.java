package org.guichet.app.answer;

import java.util.List;
import org.guichet.app.appointment.Offer;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.Place;
import org.guichet.app.page.Qr;
import org.guichet.app.page.View;
import org.guichet.app.registration.Applicant;
import org.guichet.app.registration.Request;

/** A confirmed appointment: where, when, who, with which documents. */
public record AppointmentPage(
        View view,
        Request request,
        Offer offer,
        List<Place> places,
        List<Applicant> persons,
        Catalogue.Centre centre,
        Catalogue.Procedure procedure,
        Qr qr,
        boolean toCome,
        String key) {

    public String counters() {
        return counters(view);
    }

    /** The same on paper, which is written in French first. */
    public String counters(View language) {
        return Counters.of(language, places);
    }
}
