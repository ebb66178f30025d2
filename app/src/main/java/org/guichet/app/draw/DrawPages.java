package org.guichet.app.draw;

import java.util.Optional;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.page.Html;
import org.guichet.app.page.Language;
import org.guichet.app.page.View;
import org.guichet.app.window.Windows;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The draws, for everybody. */
@Controller
@RequestMapping(Language.PATH + "/tirages")
final class DrawPages {

    private final Html html;
    private final Drawings drawings;
    private final Windows windows;
    private final Catalogues catalogues;
    private final DecidingRound deciding;

    DrawPages(Html html, Drawings drawings, Windows windows, Catalogues catalogues, DecidingRound deciding) {
        this.html = html;
        this.drawings = drawings;
        this.windows = windows;
        this.catalogues = catalogues;
        this.deciding = deciding;
    }

    @GetMapping
    ResponseEntity<byte[]> all(View view) {
        return html.ok(new DrawsPage(view, catalogues.of(view.authority()), drawings.all(view.authority())));
    }

    @GetMapping("/{pool}/{window:[0-9]{1,6}}")
    ResponseEntity<byte[]> one(
            View view,
            @PathVariable String pool,
            @PathVariable int window,
            @RequestParam(name = "code", defaultValue = "") String typed) {
        var drawing = find(view, pool, window);
        var procedure = catalogues.of(view.authority()).procedure(pool).map(it -> view.t(it.name()));
        var announcement = windows.find(view.authority(), pool, window);
        var round = drawing.drawn()
                .map(it -> it.round().number())
                .orElse(drawing.announced(announcement).round());
        return html.ok(new DrawPage(
                view,
                procedure.orElse(pool),
                announcement,
                drawing,
                deciding.chain(),
                deciding.seen(view.authority(), drawing, round),
                typed.isBlank()
                        ? Optional.empty()
                        : Optional.of(DrawPage.Asked.of(
                                typed, label -> drawings.position(view.authority(), drawing, label)))));
    }

    private Drawing find(View view, String pool, int window) {
        return drawings.find(view.authority(), pool, window).orElseThrow(DrawPages::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
