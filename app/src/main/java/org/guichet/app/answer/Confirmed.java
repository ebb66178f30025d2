package org.guichet.app.answer;

import java.time.Clock;
import org.guichet.app.appointment.NotThatDay;
import org.guichet.app.appointment.Offer;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.catalogue.Places;
import org.guichet.app.page.Qr;
import org.guichet.app.page.View;
import org.guichet.app.platform.Settings;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Requests;
import org.springframework.stereotype.Component;

/** Gathers what the pages of an appointment and its paper show. */
@Component
final class Confirmed {
    private final Catalogues catalogues;
    private final Places places;
    private final Requests requests;
    private final Settings settings;
    private final NotThatDay notThatDay;
    private final Clock clock;

    Confirmed(
            Catalogues catalogues,
            Places places,
            Requests requests,
            Settings settings,
            NotThatDay notThatDay,
            Clock clock) {
        this.catalogues = catalogues;
        this.places = places;
        this.requests = requests;
        this.settings = settings;
        this.notThatDay = notThatDay;
        this.clock = clock;
    }

    AppointmentPage page(View view, Request request, Offer offer, String key) {
        var authority = view.authority();
        var catalogue = catalogues.of(authority);
        return new AppointmentPage(
                view,
                request,
                offer,
                places.heldBy(authority, offer.id()),
                requests.persons(authority, request.id()),
                catalogue.centre(offer.centre()).orElseThrow(),
                catalogue.procedure(request.pool()).orElseThrow(),
                // The number alone opens nothing; the agent's scanner reads it from the address.
                Qr.of(settings.link("/fr/suivi?n=" + request.number().digits())),
                isToCome(offer),
                key);
    }

    /** Only until its time has come can an appointment be given back. */
    boolean isToCome(Offer offer) {
        return clock.instant().isBefore(offer.startsAt());
    }

    CancelPage cancelPage(View view, Offer offer, String key) {
        return new CancelPage(view, offer, notThatDay.hasRoom(view.authority(), offer), key);
    }
}
