package org.guichet.app.status;

import java.time.Instant;
import java.util.Optional;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.draw.Drawing;
import org.guichet.app.draw.Drawings;
import org.guichet.app.draw.Ranks;
import org.guichet.app.forecast.Outlooks;
import org.guichet.app.forecast.Told;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.precedence.Claims;
import org.guichet.app.registration.Request;
import org.guichet.app.window.Window;
import org.springframework.stereotype.Component;

/** Where a request stands in its line, and what may come of it. */
@Component
final class Lines {
    private final Drawings drawings;
    private final Ranks ranks;
    private final Outlooks outlooks;
    private final Claims claims;

    Lines(Drawings drawings, Ranks ranks, Outlooks outlooks, Claims claims) {
        this.drawings = drawings;
        this.ranks = ranks;
        this.outlooks = outlooks;
        this.claims = claims;
    }

    boolean isRanked(AuthorityId authority, Request request) {
        return ranks.of(authority, request.id()).isPresent();
    }

    /** When the draw takes place or took place; after one that was void, the next. */
    Instant drawAt(AuthorityId authority, Window window) {
        return drawings.find(authority, window.pool(), window.number())
                .flatMap(Drawing::voided)
                .map(Drawing.Voided::nextAt)
                .orElse(window.drawAt());
    }

    /** The drawn position among all of its window. */
    Optional<StatusPage.Standing> standing(AuthorityId authority, Request request) {
        var position = drawings.position(authority, request.pool(), request.window(), request.label());
        var count = drawings.find(authority, request.pool(), request.window()).map(Drawing::count);
        return position.map(it -> new StatusPage.Standing(it, count.orElse(it)));
    }

    /** Above the ordinary one, as long as the file knows it. */
    Optional<Catalogue.LegalClass> legalClass(AuthorityId authority, Catalogue.Procedure procedure, Request request) {
        return claims.classOf(authority, request.id()).flatMap(procedure.precedence()::find);
    }

    /** For one who waits. */
    Optional<Told> outlook(AuthorityId authority, Request request, Situation situation) {
        return situation instanceof Situation.Waiting ? outlooks.of(authority, request) : Optional.empty();
    }
}
