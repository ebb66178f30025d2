package org.guichet.app.status;

import java.time.Instant;
import java.util.Optional;
import org.guichet.app.appointment.HoldRun;
import org.guichet.app.appointment.Offer;
import org.guichet.app.appointment.Offers;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.draw.Drawing;
import org.guichet.app.draw.Drawings;
import org.guichet.app.draw.Ranks;
import org.guichet.app.page.View;
import org.guichet.app.platform.Transactions;
import org.guichet.app.registration.Request;
import org.guichet.app.window.Window;
import org.guichet.app.window.Windows;
import org.springframework.stereotype.Component;

/** Finds out where a request stands. */
@Component
final class Situations {
    private final Windows windows;
    private final Drawings drawings;
    private final Ranks ranks;
    private final Offers offers;
    private final Catalogues catalogues;
    private final Transactions transactions;

    Situations(
            Windows windows,
            Drawings drawings,
            Ranks ranks,
            Offers offers,
            Catalogues catalogues,
            Transactions transactions) {
        this.windows = windows;
        this.drawings = drawings;
        this.ranks = ranks;
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
        var draw = drawAt(view, window);
        var run = HoldRun.next(catalogue, procedure, now.isBefore(draw) ? draw : now);
        return new StatusPage(
                view,
                request,
                procedure,
                situation(view, request, window.closesAt().isAfter(now)),
                standing(view, request),
                offers.ofRequest(authority, request.id()),
                new Situation.Next(window.closesAt(), draw, run),
                key,
                changed);
    }

    /** When the draw takes place or took place; after one that was void, the next. */
    private Instant drawAt(View view, Window window) {
        return drawings.find(view.authority(), window.pool(), window.number())
                .flatMap(Drawing::voided)
                .map(Drawing.Voided::nextAt)
                .orElse(window.drawAt());
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
        return ranks.of(authority, request.id()).isPresent() ? new Situation.Waiting() : new Situation.BeforeDraw();
    }

    private Optional<StatusPage.Standing> standing(View view, Request request) {
        var authority = view.authority();
        var position = drawings.position(authority, request.pool(), request.window(), request.label());
        var count = drawings.find(authority, request.pool(), request.window()).map(Drawing::count);
        return position.map(it -> new StatusPage.Standing(it, count.orElse(it)));
    }
}
