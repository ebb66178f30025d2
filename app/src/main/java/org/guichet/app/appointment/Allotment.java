package org.guichet.app.appointment;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.catalogue.Place;
import org.guichet.app.catalogue.Vacancies;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Limits;
import org.guichet.app.registration.RequestId;
import org.guichet.core.allot.Given;
import org.guichet.core.allot.Input;
import org.guichet.core.allot.Quotas;
import org.guichet.core.allot.SerialDictatorship;
import org.guichet.core.allot.Stock;
import org.guichet.core.allot.TieredDictatorship;
import org.guichet.core.allot.Turn;
import org.springframework.stereotype.Component;

/**
 * Gives free places to the waiting line in the order of ranks and makes the offers. It is the one way to a place of
 * whoever waits: a weekly run and a place freed by a refusal go through it alike, within the caller's transaction and
 * under the lock of the pool.
 */
@Component
final class Allotment {
    private final Catalogues catalogues;
    private final Vacancies vacancies;
    private final RankedLine line;
    private final Shares shares;
    private final MakeOffer make;

    Allotment(Catalogues catalogues, Vacancies vacancies, RankedLine line, Shares shares, MakeOffer make) {
        this.catalogues = catalogues;
        this.vacancies = vacancies;
        this.line = line;
        this.shares = shares;
        this.make = make;
    }

    /** Gives all that is free now to the whole line. */
    Held give(AuthorityId authority, String pool, Instant now) {
        var free = vacancies.free(authority, pool, now.plus(Limits.OFFER_LEAD), now);
        var round = allot(authority, pool, free, line.of(authority, pool, now));
        offer(authority, round, now);
        return round.held();
    }

    /** Who of a line gets which places; nothing is given yet. */
    Round allot(AuthorityId authority, String pool, List<Place> free, List<RankedLine.Waiting> waiting) {
        var zone = zone(authority);
        var procedure = catalogues.of(authority).procedure(pool).orElseThrow();
        var stock = stock(authority, free);
        var turns = waiting.stream().map(it -> turn(procedure, it, stock, zone)).toList();
        var quotas = turns.stream().allMatch(it -> it.precedence() == 0)
                ? Quotas.none(stock)
                : shares.left(authority, procedure, zone, stock);
        var input = new Input(stock, quotas, turns);
        return new Round(free, waiting, new Held(input, TieredDictatorship.allot(input)));
    }

    void offer(AuthorityId authority, Round round, Instant now) {
        var byId = round.free().stream().collect(Collectors.toMap(Place::id, Function.identity()));
        var byLabel = round.line().stream()
                .collect(Collectors.toMap(it -> it.request().label().hex(), Function.identity()));
        for (Given each : round.held().outcome().given()) {
            var request = Objects.requireNonNull(byLabel.get(each.label())).request();
            var block = each.places().stream()
                    .map(it -> Objects.requireNonNull(byId.get(it.id())))
                    .toList();
            var offer = make.offer(authority, request, block, now);
            if (each.byPrecedence()) {
                shares.take(authority, offer, block.size());
            }
        }
    }

    /** Whether one of these places, or a block of them, is for one of these requests. */
    boolean suits(AuthorityId authority, String pool, List<RequestId> requests, List<Place> free, Instant now) {
        var zone = zone(authority);
        var procedure = catalogues.of(authority).procedure(pool).orElseThrow();
        var stock = stock(authority, free);
        return line.of(authority, pool, requests, now).stream()
                .map(it -> turn(procedure, it, stock, zone))
                .anyMatch(it ->
                        !SerialDictatorship.allot(stock, List.of(it)).given().isEmpty());
    }

    /** Places as the rules see them. */
    Stock stock(AuthorityId authority, Collection<Place> free) {
        var zone = zone(authority);
        return Stock.of(free.stream()
                .map(it -> new org.guichet.core.allot.Place(
                        it.id(),
                        it.centre(),
                        it.counter(),
                        it.startsAt(),
                        it.endsAt(),
                        it.startsAt().atZone(zone).toLocalDate()))
                .toList());
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

    private ZoneId zone(AuthorityId authority) {
        return catalogues.of(authority).authority().zone();
    }
}
