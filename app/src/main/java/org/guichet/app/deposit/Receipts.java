package org.guichet.app.deposit;

import org.guichet.app.appointment.Offers;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.page.Qr;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Settings;
import org.guichet.app.registration.Requests;
import org.springframework.stereotype.Component;

/** Gathers what stands on a receipt. */
@Component
final class Receipts {
    private final Offers offers;
    private final Requests requests;
    private final Catalogues catalogues;
    private final Settings settings;

    Receipts(Offers offers, Requests requests, Catalogues catalogues, Settings settings) {
        this.offers = offers;
        this.requests = requests;
        this.catalogues = catalogues;
        this.settings = settings;
    }

    Receipt of(AuthorityId authority, Deposit deposit) {
        var catalogue = catalogues.of(authority);
        var request = requests.get(authority, deposit.request());
        var offer = offers.find(authority, deposit.offer()).orElseThrow();
        return new Receipt(
                deposit,
                request,
                requests.persons(authority, request.id()),
                catalogue.centre(offer.centre()).orElseThrow(),
                catalogue.procedure(request.pool()).orElseThrow(),
                Qr.of(settings.link("/fr/suivi?n=" + request.number().digits())));
    }
}
