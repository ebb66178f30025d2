package org.guichet.app.answer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.guichet.app.appointment.Offer;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.Place;
import org.guichet.app.page.Localized;
import org.guichet.app.page.View;
import org.guichet.app.registration.Request;

/**
 * An offer with its answers, or what became of it; {@code closed} says why its centre is closed that day, and there is
 * {@code room} for that day among the impossible ones, or not.
 */
public record OfferPage(
        View view,
        Request request,
        Offer offer,
        List<Place> places,
        Catalogue.Centre centre,
        Optional<Localized> closed,
        boolean room,
        Then then,
        String key) {

    /** What becomes of a request whose offer has ended without an appointment. */
    public enum Then {
        WAITS,
        SLEEPS,
        /** Its person had chosen the place, and may choose another. */
        CHOOSES,
        WITHDRAWN,
        RECEIVED
    }

    public String counters() {
        return Counters.of(view, places);
    }

    public boolean isOpen() {
        return offer.state() == Offer.State.OPEN;
    }

    /** The sentence that says what became of the offer. */
    public String became() {
        return "answer.was."
                + (then == Then.WITHDRAWN ? then.name() : offer.state().name()).toLowerCase(Locale.ROOT);
    }

    /** Whether other days may still bring another offer. */
    public boolean mayChange() {
        return switch (then) {
            case WAITS, SLEEPS -> true;
            case CHOOSES, WITHDRAWN, RECEIVED -> false;
        };
    }

    /** In words, what comes now. */
    public String next() {
        return view.t("answer.then." + then.name().toLowerCase(Locale.ROOT));
    }
}
