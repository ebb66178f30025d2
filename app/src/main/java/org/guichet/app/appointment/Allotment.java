package org.guichet.app.appointment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.catalogue.Place;
import org.guichet.app.catalogue.Places;
import org.guichet.app.draw.Ranks;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Limits;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.RequestId;
import org.guichet.app.registration.Requests;
import org.guichet.core.allot.Input;
import org.guichet.core.allot.Quotas;
import org.guichet.core.allot.SerialDictatorship;
import org.guichet.core.allot.Stock;
import org.guichet.core.allot.TieredDictatorship;
import org.guichet.core.allot.Turn;
import org.springframework.stereotype.Component;

/**
 * Gives free places to the waiting line in the order of ranks and makes the offers. It is the one way to a place: a
 * weekly run and a place freed by a refusal go through it alike, within the caller's transaction and under the lock of
 * the pool.
 */
@Component
final class Allotment {
    private final Catalogues catalogues;
    private final Places places;
    private final Ranks ranks;
    private final Requests requests;
    private final Offers offers;
    private final MakeOffer make;

    Allotment(Catalogues catalogues, Places places, Ranks ranks, Requests requests, Offers offers, MakeOffer make) {
        this.catalogues = catalogues;
        this.places = places;
        this.ranks = ranks;
        this.requests = requests;
        this.offers = offers;
        this.make = make;
    }

    /** Gives what is free now; {@code except} are requests that just freed a place and do not get it back. */
    Held give(AuthorityId authority, String pool, Instant now, Set<RequestId> except) {
        var free = places.free(authority, pool, now.plus(Limits.OFFER_LEAD), now);
        var byId = free.stream().collect(Collectors.toMap(Place::id, Function.identity()));
        var stock = Stock.of(free.stream().map(it -> core(authority, it)).toList());
        var line = line(authority, pool, except);
        var byLabel = line.stream().collect(Collectors.toMap(it -> it.label().hex(), Function.identity()));
        var saidNo = offers.saidNo(authority, pool, now);
        var turns = line.stream()
                .map(it -> turn(authority, it, saidNo.getOrDefault(it.id(), Set.of()), stock))
                .toList();
        var input = new Input(stock, Quotas.none(stock), turns);
        var outcome = TieredDictatorship.allot(input);
        outcome.given()
                .forEach(it -> make.offer(
                        authority,
                        Objects.requireNonNull(byLabel.get(it.label())),
                        it.places().stream()
                                .map(place -> Objects.requireNonNull(byId.get(place.id())))
                                .toList(),
                        now));
        return new Held(input, outcome);
    }

    /** Whether one of these places, or a block of them, is for this request. */
    boolean suits(AuthorityId authority, Request request, List<Place> free, Instant now) {
        var saidNo = offers.saidNo(authority, request.pool(), now).getOrDefault(request.id(), Set.of());
        var stock = Stock.of(free.stream().map(it -> core(authority, it)).toList());
        return !SerialDictatorship.allot(stock, List.of(turn(authority, request, saidNo, stock)))
                .given()
                .isEmpty();
    }

    private List<Request> line(AuthorityId authority, String pool, Set<RequestId> except) {
        Map<RequestId, Request> waiting =
                requests.live(authority, pool).stream().collect(Collectors.toMap(Request::id, Function.identity()));
        offers.live(authority, pool).forEach(it -> waiting.remove(it.request()));
        offers.asleep(authority).forEach(waiting::remove);
        except.forEach(waiting::remove);
        return ranks.line(authority, pool).stream()
                .map(Ranks.Rank::request)
                .filter(waiting::containsKey)
                .map(id -> Objects.requireNonNull(waiting.get(id)))
                .toList();
    }

    private Turn turn(AuthorityId authority, Request request, Set<Instant> saidNo, Stock stock) {
        var zone = catalogues.of(authority).authority().zone();
        var wishes = request.wishes();
        return new Turn(
                request.label().hex(),
                request.persons(),
                request.together(),
                0,
                stock.wish(wishes::prefersIn, it -> !saidNo.contains(it.start()) && wishes.prefersAt(it.start(), zone)),
                stock.wish(
                        wishes::acceptsIn, it -> !saidNo.contains(it.start()) && wishes.acceptsAt(it.start(), zone)));
    }

    org.guichet.core.allot.Place core(AuthorityId authority, Place place) {
        var zone = catalogues.of(authority).authority().zone();
        return new org.guichet.core.allot.Place(
                place.id(),
                place.centre(),
                place.counter(),
                place.startsAt(),
                place.endsAt(),
                place.startsAt().atZone(zone).toLocalDate());
    }
}
