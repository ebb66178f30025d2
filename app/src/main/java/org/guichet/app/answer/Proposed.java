package org.guichet.app.answer;

import java.util.Optional;
import org.guichet.app.appointment.NotThatDay;
import org.guichet.app.appointment.Offer;
import org.guichet.app.appointment.Offers;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.catalogue.Places;
import org.guichet.app.draw.Ranks;
import org.guichet.app.page.View;
import org.guichet.app.registration.Request;
import org.springframework.stereotype.Component;

/** Gathers what the page of an offer shows. */
@Component
final class Proposed {
    private final Offers offers;
    private final Ranks ranks;
    private final Places places;
    private final Catalogues catalogues;
    private final NotThatDay notThatDay;

    Proposed(Offers offers, Ranks ranks, Places places, Catalogues catalogues, NotThatDay notThatDay) {
        this.offers = offers;
        this.ranks = ranks;
        this.places = places;
        this.catalogues = catalogues;
        this.notThatDay = notThatDay;
    }

    OfferPage page(View view, Door.Entered entered, Offer offer) {
        var catalogue = catalogues.of(view.authority());
        return new OfferPage(
                view,
                entered.request(),
                offer,
                places.heldBy(view.authority(), offer.id()),
                catalogue.centre(offer.centre()).orElseThrow(),
                catalogue.closure(offer.centre(), offer.startsAt()).map(Catalogue.Closure::reason),
                notThatDay.hasRoom(view.authority(), offer),
                then(view, entered.request(), offer),
                entered.key());
    }

    private OfferPage.Then then(View view, Request request, Offer offer) {
        Optional<Request.Ending> ending = request.ended().map(Request.Ended::why);
        if (ending.isPresent()) {
            return switch (ending.get()) {
                case WITHDRAWN -> OfferPage.Then.WITHDRAWN;
                case RECEIVED -> OfferPage.Then.RECEIVED;
            };
        }
        if (offers.isAsleep(view.authority(), request.id())) {
            return OfferPage.Then.SLEEPS;
        }
        return offer.isToChooseAgain(ranks.of(view.authority(), request.id()).isPresent())
                ? OfferPage.Then.CHOOSES
                : OfferPage.Then.WAITS;
    }
}
