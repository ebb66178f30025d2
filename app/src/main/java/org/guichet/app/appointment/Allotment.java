package org.guichet.app.appointment;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.catalogue.Place;
import org.guichet.app.catalogue.Vacancies;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Limits;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.RequestId;
import org.guichet.app.registration.Requests;
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
    private static final int OFFERED_TOGETHER = 1_000;

    private final Catalogues catalogues;
    private final Vacancies vacancies;
    private final RankedLine line;
    private final Requests requests;
    private final Shares shares;
    private final MakeOffer make;

    Allotment(
            Catalogues catalogues,
            Vacancies vacancies,
            RankedLine line,
            Requests requests,
            Shares shares,
            MakeOffer make) {
        this.catalogues = catalogues;
        this.vacancies = vacancies;
        this.line = line;
        this.requests = requests;
        this.shares = shares;
        this.make = make;
    }

    /** Gives all that is free now to the whole line, of which no more is held at once than the rules need. */
    Held give(AuthorityId authority, String pool, Instant now) {
        return give(authority, pool, now, OFFERED_TOGETHER);
    }

    /** Offers to so many are made at a time. */
    Held give(AuthorityId authority, String pool, Instant now, int most) {
        var free = vacancies.free(authority, pool, now.plus(Limits.OFFER_LEAD), now);
        var stock = stock(authority, free);
        var turns = turns(authority, pool, stock);
        var whole = new ArrayList<Turn>();
        var ids = new ArrayList<RequestId>();
        line.each(authority, pool, now, it -> {
            whole.add(turns.of(it));
            ids.add(it.request().id());
        });
        var held = held(authority, pool, stock, whole);
        var byId = byId(free);
        var given = held.outcome().given();
        var served = served(held, ids);
        for (var from = 0; from < given.size(); from += most) {
            var until = Math.min(from + most, given.size());
            var known = requests.all(authority, served.subList(from, until));
            for (var i = from; i < until; i++) {
                offer(authority, given.get(i), Objects.requireNonNull(known.get(served.get(i))), byId, now);
            }
        }
        return held;
    }

    /** Whoever is given something, first to last; {@code line} has the ids of the whole line. */
    private static List<RequestId> served(Held held, List<RequestId> line) {
        var turns = held.input().line();
        var given = held.outcome().given();
        var served = new ArrayList<RequestId>(given.size());
        for (var i = 0; served.size() < given.size(); i++) {
            if (turns.get(i).label().equals(given.get(served.size()).label())) {
                served.add(line.get(i));
            }
        }
        return served;
    }

    /** Who of a line gets which places; nothing is given yet. */
    Round allot(AuthorityId authority, String pool, List<Place> free, List<RankedLine.Waiting> waiting) {
        var stock = stock(authority, free);
        var turns = turns(authority, pool, stock);
        return new Round(
                free,
                waiting,
                held(authority, pool, stock, waiting.stream().map(turns::of).toList()));
    }

    private Held held(AuthorityId authority, String pool, Stock stock, List<Turn> line) {
        var procedure = catalogues.of(authority).procedure(pool).orElseThrow();
        var quotas = line.stream().allMatch(it -> it.precedence() == 0)
                ? Quotas.none(stock)
                : shares.left(authority, procedure, zone(authority), stock);
        var input = new Input(stock, quotas, line);
        return new Held(input, TieredDictatorship.allot(input));
    }

    void offer(AuthorityId authority, Round round, Instant now) {
        var byId = byId(round.free());
        var byLabel = round.line().stream()
                .map(RankedLine.Waiting::request)
                .collect(Collectors.toMap(it -> it.label().hex(), Function.identity()));
        for (var each : round.held().outcome().given()) {
            offer(authority, each, Objects.requireNonNull(byLabel.get(each.label())), byId, now);
        }
    }

    private void offer(AuthorityId authority, Given given, Request request, Map<Long, Place> free, Instant now) {
        var block = given.places().stream()
                .map(it -> Objects.requireNonNull(free.get(it.id())))
                .toList();
        var offer = make.offer(authority, request, block, now);
        if (given.byPrecedence()) {
            shares.take(authority, offer, block.size());
        }
    }

    private static Map<Long, Place> byId(Collection<Place> places) {
        return places.stream().collect(Collectors.toMap(Place::id, Function.identity()));
    }

    /** Whether one of these places, or a block of them, is for one of these requests. */
    boolean suits(AuthorityId authority, String pool, List<RequestId> requests, List<Place> free, Instant now) {
        var stock = stock(authority, free);
        return line.of(authority, pool, requests, now).stream()
                .map(turns(authority, pool, stock)::of)
                .anyMatch(it -> SerialDictatorship.alone(stock, it).isPresent());
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

    private Turns turns(AuthorityId authority, String pool, Stock stock) {
        return new Turns(catalogues.of(authority).procedure(pool).orElseThrow(), stock, zone(authority));
    }

    private ZoneId zone(AuthorityId authority) {
        return catalogues.of(authority).authority().zone();
    }
}
