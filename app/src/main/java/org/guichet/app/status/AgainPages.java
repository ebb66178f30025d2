package org.guichet.app.status;

import java.util.Optional;
import org.guichet.app.answer.Door;
import org.guichet.app.asking.PlacePage;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.choosing.Calendar;
import org.guichet.app.choosing.ChooseAgain;
import org.guichet.app.choosing.Wanted;
import org.guichet.app.limit.Full;
import org.guichet.app.limit.FullPage;
import org.guichet.app.limit.Gate;
import org.guichet.app.page.Html;
import org.guichet.app.page.Language;
import org.guichet.app.page.View;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The calendar for whoever gave a chosen place back. */
@Controller
@RequestMapping(Language.PATH + "/suivi/place")
final class AgainPages {
    private static final String HERE = "suivi/place";

    private final Html html;
    private final Door door;
    private final ChooseAgain again;
    private final Catalogues catalogues;
    private final Gate gate;

    AgainPages(Html html, Door door, ChooseAgain again, Catalogues catalogues, Gate gate) {
        this.html = html;
        this.door = door;
        this.again = again;
        this.catalogues = catalogues;
        this.gate = gate;
    }

    @GetMapping
    ResponseEntity<byte[]> show(
            View view,
            @RequestParam(name = "k", defaultValue = "") String key,
            @RequestParam(defaultValue = "") String centre,
            @RequestParam(defaultValue = "") String mois,
            @RequestParam(defaultValue = "") String jour,
            @RequestParam(defaultValue = "") String dit) {
        var look = new PlacePage.Look(centre, mois, jour, dit);
        return door.act(view, key, HERE, entered -> html.ok(page(view, entered, look)));
    }

    @PostMapping
    ResponseEntity<byte[]> choose(
            View view,
            @RequestParam(name = "k", defaultValue = "") String key,
            @RequestParam(name = "place", defaultValue = "") String place) {
        return door.act(view, key, HERE, entered -> {
            var authority = view.authority();
            var request = entered.request();
            Optional<Wanted> wanted = Wanted.parse(place);
            // A click that comes twice finds what the first one chose, and counts once.
            var isNew = wanted.isPresent() && again.mayChoose(authority, request);
            var full = isNew ? gate.chooseAgain(authority, request.id().value()) : Optional.<Full>empty();
            if (full.isPresent()) {
                var later = here(view, key) + "&place=" + place;
                return html.tooMany(full.get().rest(), new FullPage(view, full.get(), later, Optional.empty()));
            }
            var chosen = wanted.flatMap(it -> again.choose(authority, request, it));
            if (isNew && chosen.isPresent()) {
                gate.choseAgain(authority, request.id().value());
            }
            return Html.see(chosen.isPresent() ? view.to("/rendez-vous?k=" + key) : here(view, key) + "&dit=prise#dit");
        });
    }

    private PlacePage page(View view, Door.Entered entered, PlacePage.Look look) {
        var authority = view.authority();
        var request = entered.request();
        var catalogue = catalogues.of(authority);
        return new PlacePage(
                view,
                catalogue,
                catalogue.procedure(request.pool()).orElseThrow(),
                again.chooser(authority, request),
                again.calendar(authority, request).orElse(Calendar.EMPTY),
                look,
                here(view, entered.key()),
                view.to("/suivi?k=" + entered.key()),
                "");
    }

    private static String here(View view, String key) {
        return view.to("/suivi/place?k=" + key);
    }
}
