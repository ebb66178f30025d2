package org.guichet.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.guichet.app.access.ActingAgent;
import org.guichet.app.access.Desk;
import org.guichet.app.appointment.Offer;
import org.guichet.app.appointment.Offers;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.catalogue.Places;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.registration.RequestId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The invented people on their day at the centres, and the agents who receive them: each step at its own moment. */
@Component
@ConditionalOnProperty("guichet.demo")
final class Visitors {
    private static final int EARLY_MINUTES_MIN = 4;
    private static final int EARLY_MINUTES_SPREAD = 20;
    private static final Duration AT_THE_COUNTER = Duration.ofMinutes(14);
    private static final Duration WAITED_FOR = Duration.ofMinutes(20);

    private final Crowd crowd;
    private final Catalogues catalogues;
    private final Offers offers;
    private final Places places;
    private final Receiving receiving;
    private final DemoClock clock;

    Visitors(Crowd crowd, Catalogues catalogues, Offers offers, Places places, Receiving receiving, DemoClock clock) {
        this.crowd = crowd;
        this.catalogues = catalogues;
        this.offers = offers;
        this.places = places;
        this.receiving = receiving;
        this.clock = clock;
    }

    private record Step(Instant at, Runnable what) {}

    /** Does what was to happen today until now, in its order; what has happened already is left as it is. */
    void come(AuthorityId authority, Instant now) {
        var catalogue = catalogues.of(authority);
        var today = now.atZone(catalogue.authority().zone()).toLocalDate();
        var known = crowd.known(authority);
        catalogue.centres().stream()
                .flatMap(centre -> steps(authority, catalogue, centre, today, known))
                .filter(it -> !it.at().isAfter(now))
                .sorted(Comparator.comparing(Step::at))
                .forEach(it -> clock.at(it.at(), it.what()));
    }

    private Stream<Step> steps(
            AuthorityId authority,
            Catalogue catalogue,
            Catalogue.Centre centre,
            LocalDate today,
            Map<RequestId, Invented> known) {
        var zone = catalogue.authority().zone();
        var from = today.atStartOfDay(zone).toInstant();
        var until = today.plusDays(1).atStartOfDay(zone).toInstant();
        return offers.ofDay(authority, centre.code(), from, until).stream()
                .filter(it -> it.state() == Offer.State.ACCEPTED && known.containsKey(it.request()))
                .flatMap(it -> steps(
                        desk(authority, catalogue, centre, it),
                        it,
                        Objects.requireNonNull(known.get(it.request())).visit()));
    }

    private Stream<Step> steps(Desk desk, Offer offer, Invented.Visit visit) {
        var start = offer.startsAt();
        if (visit == Invented.Visit.ABSENT) {
            return Stream.of(new Step(start.plus(WAITED_FOR), () -> receiving.conclude(desk, offer, visit)));
        }
        var early = EARLY_MINUTES_MIN + Math.floorMod(offer.request().hashCode(), EARLY_MINUTES_SPREAD);
        return Stream.of(
                new Step(start.minus(Duration.ofMinutes(early)), () -> receiving.checkIn(desk, offer)),
                new Step(start, () -> receiving.call(desk, offer)),
                new Step(start.plus(AT_THE_COUNTER), () -> receiving.conclude(desk, offer, visit)));
    }

    /** The first counter of the places, and whoever of the centre's agents sits there. */
    private Desk desk(AuthorityId authority, Catalogue catalogue, Catalogue.Centre centre, Offer offer) {
        var counter = places.heldBy(authority, offer.id()).getFirst().counter();
        List<Catalogue.Agent> agents = catalogue.agents().stream()
                .filter(it -> it.centre().equals(centre.code()))
                .toList();
        var agent = agents.get(counter % agents.size());
        var acting = new ActingAgent(authority, agent.signIn(), agent.name(), agent.centre());
        return new Desk(acting, centre, counter, catalogue.authority().zone());
    }
}
