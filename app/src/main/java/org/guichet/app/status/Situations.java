package org.guichet.app.status;

import java.util.List;
import java.util.Optional;
import org.guichet.app.appointment.HoldRun;
import org.guichet.app.appointment.Offer;
import org.guichet.app.appointment.Offers;
import org.guichet.app.asking.Never;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.page.Problem;
import org.guichet.app.page.View;
import org.guichet.app.platform.Transactions;
import org.guichet.app.registration.Request;
import org.guichet.app.window.Windows;
import org.springframework.stereotype.Component;

/** Finds out where a request stands. */
@Component
final class Situations {
    private final Windows windows;
    private final Lines lines;
    private final Offers offers;
    private final Catalogues catalogues;
    private final Transactions transactions;

    Situations(Windows windows, Lines lines, Offers offers, Catalogues catalogues, Transactions transactions) {
        this.windows = windows;
        this.lines = lines;
        this.offers = offers;
        this.catalogues = catalogues;
        this.transactions = transactions;
    }

    StatusPage page(View view, Request request, String key, boolean changed) {
        var authority = view.authority();
        var catalogue = catalogues.of(authority);
        var procedure = catalogue.procedure(request.pool()).orElseThrow();
        var window = windows.find(authority, request.pool(), request.window());
        var now = transactions.now();
        var draw = lines.drawAt(authority, window);
        var run = HoldRun.next(catalogue, procedure, now.isBefore(draw) ? draw : now);
        var situation = situation(view, request, window.closesAt().isAfter(now));
        var all = offers.ofRequest(authority, request.id());
        return new StatusPage(
                view,
                request,
                procedure,
                situation,
                lines.standing(authority, request),
                lines.outlook(authority, request, situation),
                all,
                closed(catalogue, all),
                lines.legalClass(authority, procedure, request),
                situation.isWaiting() ? never(view, request) : Optional.empty(),
                new Situation.Next(window.closesAt(), draw, run),
                key,
                changed);
    }

    /** What the rules in force can never serve of it. */
    Optional<Problem> never(View view, Request request) {
        var today = view.local(transactions.now());
        return Never.of(catalogues.horizon(view.authority(), request.pool(), today), request);
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

    private Situation situation(View view, Request request, boolean open) {
        var authority = view.authority();
        if (request.ended().isPresent()) {
            return new Situation.Ended(request.ended().get());
        }
        Optional<Offer> live = offers.live(authority, request.id());
        if (live.isPresent()) {
            return live.get().state() == Offer.State.OPEN
                    ? new Situation.Offered(live.get())
                    : new Situation.Confirmed(live.get());
        }
        if (open) {
            return new Situation.Collecting();
        }
        if (offers.isAsleep(authority, request.id())) {
            return new Situation.Asleep();
        }
        return lines.isRanked(authority, request) ? new Situation.Waiting() : new Situation.BeforeDraw();
    }
}
