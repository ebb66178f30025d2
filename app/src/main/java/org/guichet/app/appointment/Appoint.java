package org.guichet.app.appointment;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.app.catalogue.KeptPlaces;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Transactions;
import org.guichet.app.registration.RequestId;
import org.guichet.app.registration.Requests;
import org.springframework.stereotype.Component;

/**
 * Makes places that were kept for somebody who chose them the appointment of the request. A request that is given
 * nothing, since it is joined, or has an appointment, or nothing is kept any more, stands where it stood, and what was
 * kept goes to the line. Again changes nothing.
 */
@Component
public final class Appoint {
    private final Transactions transactions;
    private final FreePlaces free;
    private final KeptPlaces kept;
    private final Requests requests;
    private final Offers offers;
    private final MakeOffer make;

    Appoint(
            Transactions transactions,
            FreePlaces free,
            KeptPlaces kept,
            Requests requests,
            Offers offers,
            MakeOffer make) {
        this.transactions = transactions;
        this.free = free;
        this.kept = kept;
        this.requests = requests;
        this.offers = offers;
        this.make = make;
    }

    public Optional<Offer> appoint(AuthorityId authority, RequestId id, UUID holder) {
        var pool = requests.get(authority, id).pool();
        return transactions.inTurn(authority, pool, now -> {
            free.lock(authority, pool);
            var request = requests.get(authority, id);
            var block = kept.keptBy(authority, holder, now);
            var before = offers.live(authority, id);
            if (block.isEmpty()) {
                return before;
            }
            if (!request.isLive() || before.isPresent()) {
                free.letGo(authority, pool, List.of(holder), now);
                return before;
            }
            return Optional.of(make.chosen(authority, request, new MakeOffer.Kept(holder, block), now));
        });
    }
}
