package org.guichet.app.appointment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private final Requests requests;
    private final Offers offers;
    private final Ranks ranks;
    private final Claims claims;

    RankedLine(Requests requests, Offers offers, Ranks ranks, Claims claims) {
        this.requests = requests;
        this.offers = offers;
        this.ranks = ranks;
        this.claims = claims;
    }

    /** A request, its class, empty in the ordinary one, and the times it said no to. */
    record Waiting(Request request, String legalClass, Set<Instant> saidNo) {}

    List<Waiting> of(AuthorityId authority, String pool, Instant now, Set<RequestId> except) {
        Map<RequestId, Request> waiting =
                requests.live(authority, pool).stream().collect(Collectors.toMap(Request::id, Function.identity()));
        offers.live(authority, pool).forEach(it -> waiting.remove(it.request()));
        offers.asleep(authority).forEach(waiting::remove);
        except.forEach(waiting::remove);
        var saidNo = offers.saidNo(authority, pool, now);
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

    /** A request as if nobody else waited. */
    Waiting alone(AuthorityId authority, Request request, Instant now) {
        var saidNo = offers.saidNo(authority, request.pool(), now).getOrDefault(request.id(), Set.of());
        return new Waiting(request, "", saidNo);
    }
}
