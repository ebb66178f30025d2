package org.guichet.app.demo;

import java.util.List;
import org.guichet.app.access.Desk;
import org.guichet.app.appointment.Offer;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.deposit.Papers;
import org.guichet.app.page.Localized;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.reception.CallIn;
import org.guichet.app.reception.CheckIn;
import org.guichet.app.reception.Conclude;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** What the agents do with an invented visit, through the doors that all use. */
@Component
@ConditionalOnProperty("guichet.demo")
final class Receiving {
    private final Catalogues catalogues;
    private final CheckIn checkIn;
    private final CallIn callIn;
    private final Conclude conclude;

    Receiving(Catalogues catalogues, CheckIn checkIn, CallIn callIn, Conclude conclude) {
        this.catalogues = catalogues;
        this.checkIn = checkIn;
        this.callIn = callIn;
        this.conclude = conclude;
    }

    void checkIn(Desk desk, Offer offer) {
        checkIn.checkIn(desk, offer.id());
    }

    void call(Desk desk, Offer offer) {
        callIn.call(desk, offer.id());
    }

    void conclude(Desk desk, Offer offer, Invented.Visit visit) {
        switch (visit) {
            case COMPLETE -> conclude.received(desk, offer.id(), Papers.complete(documents(desk.authority(), offer)));
            case INCOMPLETE -> conclude.received(desk, offer.id(), withoutLast(documents(desk.authority(), offer)));
            case ABSENT -> conclude.absent(desk, offer.id());
        }
    }

    private List<Localized> documents(AuthorityId authority, Offer offer) {
        return catalogues.of(authority).procedure(offer.pool()).orElseThrow().documents();
    }

    private static Papers withoutLast(List<Localized> documents) {
        var last = documents.size() - 1;
        return new Papers(documents.subList(0, last), documents.subList(last, documents.size()), "");
    }
}
