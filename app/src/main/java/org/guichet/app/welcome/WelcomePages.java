package org.guichet.app.welcome;

import java.time.Clock;
import java.util.List;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.choosing.Regimes;
import org.guichet.app.page.Html;
import org.guichet.app.page.Language;
import org.guichet.app.page.View;
import org.guichet.app.window.Windows;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The pages before the first question. */
@Controller
final class WelcomePages {
    private static final int CHANGES_SHOWN = 10;

    private final Html html;
    private final Catalogues catalogues;
    private final Windows windows;
    private final Scarcity scarcity;
    private final Regimes regimes;
    private final Clock clock;

    WelcomePages(Html html, Catalogues catalogues, Windows windows, Scarcity scarcity, Regimes regimes, Clock clock) {
        this.html = html;
        this.catalogues = catalogues;
        this.windows = windows;
        this.scarcity = scarcity;
        this.regimes = regimes;
        this.clock = clock;
    }

    @GetMapping("/")
    ResponseEntity<byte[]> languages(View view) {
        return html.ok(new LanguagePage(view));
    }

    @GetMapping(Language.PATH)
    ResponseEntity<byte[]> procedures(View view) {
        return html.ok(new ProceduresPage(view, catalogues.of(view.authority()).procedures()));
    }

    @GetMapping(Language.PATH + "/demarches/{code}")
    ResponseEntity<byte[]> procedure(View view, @PathVariable String code) {
        var procedure = catalogues
                .of(view.authority())
                .procedure(code)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var now = clock.instant();
        var window = windows.openAt(view.authority(), code, now);
        return html.ok(new ProcedurePage(
                view,
                procedure,
                window,
                scarcity.of(view.authority(), code),
                regimes.at(view.authority(), code, now),
                regimes.changes(view.authority(), code, CHANGES_SHOWN)));
    }

    @GetMapping(Language.PATH + "/accessibilite")
    ResponseEntity<byte[]> accessibility(View view) {
        return html.ok(new PlainPage(view, "accessibility", List.of("made", "tested", "untested", "tell")));
    }

    /** Where somebody at a shared computer ends: nothing is on it, and it says how to leave nothing behind. */
    @GetMapping(Language.PATH + "/termine")
    ResponseEntity<byte[]> finished(View view) {
        return html.last(new PlainPage(view, "finished", List.of("close")));
    }

    @GetMapping(Language.PATH + "/donnees")
    ResponseEntity<byte[]> data(View view) {
        return html.ok(
                new PlainPage(view, "data", List.of("what", "why", "long", "locked", "ledger", "cookies", "rights")));
    }
}
