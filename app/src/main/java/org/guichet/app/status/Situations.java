package org.guichet.app.status;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.guichet.app.appointment.HoldRun;
import org.guichet.app.appointment.Offer;
import org.guichet.app.asking.Never;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.catalogue.Horizon;
import org.guichet.app.forecast.Outlooks;
import org.guichet.app.forecast.Told;
import org.guichet.app.page.Problem;
import org.guichet.app.page.View;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Transactions;
import org.guichet.app.registration.Wishes;
import org.springframework.stereotype.Component;

/** Finds out where a request stands. */
@Component
final class Situations {
    private final Outlooks outlooks;
    private final Catalogues catalogues;
    private final Transactions transactions;

    Situations(Outlooks outlooks, Catalogues catalogues, Transactions transactions) {
        this.outlooks = outlooks;
        this.catalogues = catalogues;
        this.transactions = transactions;
    }

    StatusPage page(View view, Glance glance, String key, boolean changed) {
        var authority = view.authority();
        var catalogue = catalogues.of(authority);
        var procedure = catalogue.procedure(glance.asked().pool()).orElseThrow();
        var now = transactions.now();
        var draw = glance.drawn().at();
        var run = HoldRun.next(catalogue, procedure, now.isBefore(draw) ? draw : now);
        var situation = situation(view, glance, now);
        return new StatusPage(
                view,
                glance,
                procedure,
                situation,
                outlook(authority, glance, situation),
                closed(catalogue, glance.offers()),
                glance.wanted().legalClass().flatMap(procedure.precedence()::find),
                situation.isWaiting()
                        ? never(
                                view,
                                glance.asked().pool(),
                                glance.wanted().group(),
                                glance.wanted().wishes())
                        : Optional.empty(),
                new Situation.Next(glance.drawn().closesAt(), draw, run),
                key,
                changed);
    }

    /** What the rules in force can never serve of it. */
    Optional<Problem> never(View view, String pool, Horizon.Group group, Wishes wishes) {
        var horizon = catalogues.horizon(view.authority(), pool, view.local(transactions.now()));
        return Never.of(horizon, group, wishes);
    }

    /** For one who waits. */
    private Optional<Told> outlook(AuthorityId authority, Glance glance, Situation situation) {
        var asked = glance.asked();
        return situation instanceof Situation.Waiting
                ? glance.drawn()
                        .rank()
                        .map(rank -> outlooks.of(
                                authority,
                                asked.pool(),
                                rank,
                                glance.wanted().group(),
                                glance.wanted().wishes()))
                : Optional.empty();
    }

    // The newest thing that happened, but for an offer that is waiting for its answer.
    private static Optional<StatusPage.Closed> closed(Catalogue catalogue, List<Offer> offers) {
        return offers.stream()
                .filter(it -> it.state() != Offer.State.OPEN)
                .findFirst()
                .filter(Offer::endedByClosure)
                .map(it -> new StatusPage.Closed(
                        it, catalogue.closure(it.centre(), it.startsAt()).map(Catalogue.Closure::reason)));
    }

    private static Situation situation(View view, Glance glance, Instant now) {
        if (glance.asked().ended().isPresent()) {
            return new Situation.Ended(glance.asked().ended().get());
        }
        Optional<Offer> live = glance.liveOffer();
        if (live.isPresent()) {
            return situation(view, live.get(), now);
        }
        if (glance.drawn().closesAt().isAfter(now)) {
            return new Situation.Collecting();
        }
        if (glance.asleep()) {
            return new Situation.Asleep();
        }
        return glance.drawn().rank().isPresent() ? new Situation.Waiting() : new Situation.BeforeDraw();
    }

    private static Situation situation(View view, Offer live, Instant now) {
        if (live.state() == Offer.State.OPEN) {
            return new Situation.Offered(live);
        }
        return view.local(now).isAfter(view.local(live.endsAt()))
                ? new Situation.Passed(live)
                : new Situation.Confirmed(live);
    }
}
