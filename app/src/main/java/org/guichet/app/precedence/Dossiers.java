package org.guichet.app.precedence;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.precedence.PrecedencePage.Dossier;
import org.guichet.app.precedence.PrecedencePage.Item;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.RequestId;
import org.guichet.app.registration.RequestNumber;
import org.guichet.app.registration.Requests;
import org.springframework.stereotype.Component;

/** Gathers what an agent needs to note or to judge a proof. */
@Component
final class Dossiers {
    private static final int SHOWN_MAX = 50;

    private final Claims claims;
    private final Requests requests;
    private final Catalogues catalogues;

    Dossiers(Claims claims, Requests requests, Catalogues catalogues) {
        this.claims = claims;
        this.requests = requests;
        this.catalogues = catalogues;
    }

    Dossier of(AuthorityId authority, RequestId id) {
        return of(authority, requests.get(authority, id));
    }

    Optional<Dossier> find(AuthorityId authority, RequestNumber number) {
        return requests.find(authority, number).map(it -> of(authority, it));
    }

    Optional<Dossier> ofClaim(AuthorityId authority, UUID claim) {
        return claims.find(authority, claim).map(it -> of(authority, it.request()));
    }

    /** The claims that wait for a second agent, the oldest first. */
    List<Item> open(AuthorityId authority) {
        return claims.open(authority, SHOWN_MAX).stream()
                .map(it -> new Item(it, of(authority, it.request())))
                .toList();
    }

    private Dossier of(AuthorityId authority, Request request) {
        return new Dossier(
                request,
                requests.persons(authority, request.id()),
                catalogues.of(authority).procedure(request.pool()).orElseThrow(),
                claims.newest(authority, request.id()));
    }
}
