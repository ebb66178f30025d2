package org.guichet.app.answer;

import java.util.List;
import java.util.Optional;
import org.guichet.app.appointment.Offer;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.Place;
import org.guichet.app.page.Localized;
import org.guichet.app.page.View;
import org.guichet.app.registration.Request;

/** An offer with its two answers, or what became of it; {@code closed} says why its centre is closed that day. */
public record OfferPage(
        View view,
        Request request,
        Offer offer,
        List<Place> places,
        Catalogue.Centre centre,
        Optional<Localized> closed,
        String key) {

    public String counters() {
        return Counters.of(view, places);
    }

    public boolean isOpen() {
        return offer.state() == Offer.State.OPEN;
    }
}
