package org.guichet.app.appointment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.draw.Ranks;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.precedence.Claims;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.RequestId;
import org.guichet.app.registration.Requests;
import org.springframework.stereotype.Component;

/** Who waits for a place of a pool, by cohort and drawn position, and what each brings. */
@Component
final class RankedLine {
    private final Catalogues catalogues;
    private final Requests requests;
    private final Offers offers;
    private final Refused refused;
    private final Ranks ranks;
    private final Claims claims;

    RankedLine(Catalogues catalogues, Requests requests, Offers offers, Refused refused, Ranks ranks, Claims claims) {
        this.catalogues = catalogues;
        this.requests = requests;
        this.offers = offers;
        this.refused = refused;
        this.ranks = ranks;
        this.claims = claims;
    }

    /** A request, its class, empty in the ordinary one, and the times it said no to. */
    record Waiting(Request request, String legalClass, Set<Instant> saidNo) {}

    /** The whole line. */
    List<Waiting> of(AuthorityId authority, String pool, Instant now) {
        Map<RequestId, Request> waiting =
                requests.live(authority, pool).stream().collect(Collectors.toMap(Request::id, Function.identity()));
        offers.live(authority, pool).forEach(it -> waiting.remove(it.request()));
        offers.asleep(authority).forEach(waiting::remove);
        var saidNo = refused.by(authority, pool, now);
        var classes = claims.granted(authority, pool);
        return ranks.line(authority, pool).stream()
                .map(Ranks.Rank::request)
                .filter(waiting::containsKey)
                .map(id -> new Waiting(
                        Objects.requireNonNull(waiting.get(id)),
                        classes.getOrDefault(id, ""),
                        saidNo.getOrDefault(id, Set.of())))
                .toList();
    }

    /** These requests of a pool, in this order. */
    List<Waiting> of(AuthorityId authority, String pool, List<RequestId> ids, Instant now) {
        var found = requests.all(authority, ids);
        var saidNo = refused.by(authority, ids, now);
        Map<RequestId, String> classes = catalogues
                        .of(authority)
                        .procedure(pool)
                        .orElseThrow()
                        .precedence()
                        .isDeclared()
                ? claims.granted(authority, ids)
                : Map.of();
        return ids.stream()
                .map(id -> new Waiting(
                        Objects.requireNonNull(found.get(id)),
                        classes.getOrDefault(id, ""),
                        saidNo.getOrDefault(id, Set.of())))
                .toList();
    }
}
