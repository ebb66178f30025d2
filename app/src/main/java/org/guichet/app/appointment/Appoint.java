package org.guichet.app.appointment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.app.catalogue.KeptPlaces;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Limits;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.RequestId;
import org.guichet.app.registration.Requests;
import org.springframework.stereotype.Component;

/**
 * Makes places that were kept for somebody who chose them the appointment of the request. A request that is given
 * nothing, since it is joined, or has an appointment, or nothing is kept any more, stands where it stood, and what was
 * kept goes to the line, unless it was kept for the same persons' other form. Again changes nothing.
 */
@Component
public final class Appoint {
    private final FreePlaces free;
    private final KeptPlaces kept;
    private final Requests requests;
    private final Offers offers;
    private final MakeOffer make;

    Appoint(FreePlaces free, KeptPlaces kept, Requests requests, Offers offers, MakeOffer make) {
        this.free = free;
        this.kept = kept;
        this.requests = requests;
        this.offers = offers;
        this.make = make;
    }

    public Optional<Offer> appoint(AuthorityId authority, RequestId id, UUID holder) {
        var pool = requests.get(authority, id).pool();
        return free.inTurn(authority, pool, now -> {
            var request = toServe(authority, id, now);
            var block = kept.keptBy(authority, holder, now, now);
            var before = offers.live(authority, request.id());
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

    // Whoever sends two forms at the same moment is in the line by the one and keeps a place by the other. Both are one
    // request (rule 2), which would wait without the place.
    private Request toServe(AuthorityId authority, RequestId id, Instant now) {
        var request = requests.get(authority, id);
        return Optional.of(request)
                .filter(Request::joined)
                .flatMap(it -> requests.earlier(authority, it.id()))
                .filter(it -> it.registeredAt().isAfter(now.minus(Limits.CHOSEN_KEPT)))
                .filter(it -> offers.ofRequest(authority, it.id()).isEmpty())
                .orElse(request);
    }
}
