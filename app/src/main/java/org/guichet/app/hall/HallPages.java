package org.guichet.app.hall;

import java.time.Clock;
import java.util.stream.Stream;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.page.Html;
import org.guichet.app.page.Language;
import org.guichet.app.page.View;
import org.guichet.app.reception.Visit;
import org.guichet.app.reception.Visits;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Shows the last calls; on the wall it loads itself again without a script. */
@Controller
final class HallPages {
    private static final int CALLS_SHOWN = 4;
    private static final String EVERY_TEN_SECONDS = "10";

    private final Html html;
    private final Catalogues catalogues;
    private final Visits visits;
    private final Clock clock;

    HallPages(Html html, Catalogues catalogues, Visits visits, Clock clock) {
        this.html = html;
        this.catalogues = catalogues;
        this.visits = visits;
        this.clock = clock;
    }

    /** With {@code mur} it is the screen on the wall, which nobody touches; anybody else reads at the own speed. */
    @GetMapping(Language.PATH + "/ecran/{centre}")
    ResponseEntity<byte[]> show(
            View view, @PathVariable String centre, @RequestParam(name = "mur", defaultValue = "") String wall) {
        var known = catalogues
                .of(view.authority())
                .centre(centre)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var now = clock.instant();
        var calls = visits.lastCalled(view.authority(), centre, view.local(now), CALLS_SHOWN).stream()
                .flatMap(HallPages::call)
                .toList();
        var page = html.ok(new HallPage(view, known, now, calls));
        return wall.isEmpty() ? page : loadingAgain(page);
    }

    private static ResponseEntity<byte[]> loadingAgain(ResponseEntity<byte[]> page) {
        return ResponseEntity.status(page.getStatusCode())
                .headers(page.getHeaders())
                .header("Refresh", EVERY_TEN_SECONDS)
                .body(page.getBody());
    }

    private static Stream<HallPage.Call> call(Visit visit) {
        return visit.call().stream()
                .flatMap(to -> visit.ticket().stream().map(ticket -> new HallPage.Call(ticket, to.counter())));
    }
}
