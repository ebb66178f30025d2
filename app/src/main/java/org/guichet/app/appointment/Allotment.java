package org.guichet.app.appointment;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.catalogue.Place;
import org.guichet.app.catalogue.Places;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Limits;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.RequestId;
import org.guichet.core.allot.Given;
import org.guichet.core.allot.Input;
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
    private final RankedLine line;
    private final Shares shares;
    private final MakeOffer make;

    Allotment(Catalogues catalogues, Places places, RankedLine line, Shares shares, MakeOffer make) {
        this.catalogues = catalogues;
        this.places = places;
        this.line = line;
        this.shares = shares;
        this.make = make;
    }

    /** Gives what is free now; {@code except} are requests that just freed a place and do not get it back. */
    Held give(AuthorityId authority, String pool, Instant now, Set<RequestId> except) {
        var free = places.free(authority, pool, now.plus(Limits.OFFER_LEAD), now);
        var zone = catalogues.of(authority).authority().zone();
        var procedure = catalogues.of(authority).procedure(pool).orElseThrow();
        var byId = free.stream().collect(Collectors.toMap(Place::id, Function.identity()));
        var stock = Stock.of(free.stream().map(it -> core(authority, it)).toList());
        var waiting = line.of(authority, pool, now, except);
        var byLabel = waiting.stream()
                .collect(Collectors.toMap(it -> it.request().label().hex(), Function.identity()));
        var turns = waiting.stream().map(it -> turn(procedure, it, stock, zone)).toList();
        var input = new Input(stock, shares.left(authority, procedure, zone, stock), turns);
        var outcome = TieredDictatorship.allot(input);
        for (Given each : outcome.given()) {
            var request = Objects.requireNonNull(byLabel.get(each.label())).request();
            var block = each.places().stream()
                    .map(it -> Objects.requireNonNull(byId.get(it.id())))
                    .toList();
            var offer = make.offer(authority, request, block, now);
            if (each.byPrecedence()) {
                shares.take(authority, offer, block.size());
            }
        }
        return new Held(input, outcome);
    }

    /** Whether one of these places, or a block of them, is for this request. */
    boolean suits(AuthorityId authority, Request request, List<Place> free, Instant now) {
        var zone = catalogues.of(authority).authority().zone();
        var procedure = catalogues.of(authority).procedure(request.pool()).orElseThrow();
        var stock = Stock.of(free.stream().map(it -> core(authority, it)).toList());
        var alone = turn(procedure, line.alone(authority, request, now), stock, zone);
        return !SerialDictatorship.allot(stock, List.of(alone)).given().isEmpty();
    }

    private static Turn turn(Catalogue.Procedure procedure, RankedLine.Waiting waiting, Stock stock, ZoneId zone) {
        var request = waiting.request();
        var wishes = request.wishes();
        var saidNo = waiting.saidNo();
        return new Turn(
                request.label().hex(),
                request.persons(),
                request.together(),
                procedure.precedence().of(waiting.legalClass()),
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
