package org.guichet.app.draw;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.page.Html;
import org.guichet.app.page.Language;
import org.guichet.app.page.Tags;
import org.guichet.app.page.View;
import org.guichet.app.window.Windows;
import org.guichet.core.draw.Draw;
import org.guichet.core.draw.Label;
import org.guichet.core.ledger.Inclusion;
import org.guichet.core.ledger.Merkle;
import org.guichet.core.ledger.Nodes;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
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
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");

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
                typed.isBlank() ? Optional.empty() : Optional.of(asked(view, drawing, typed))));
    }

    /** The whole order, to recompute it with. */
    @GetMapping("/{pool}/{window:[0-9]{1,6}}/ordre.csv")
    ResponseEntity<byte[]> order(View view, @PathVariable String pool, @PathVariable int window) {
        var drawing = find(view, pool, window);
        var lines = new StringBuilder("rang,code,lot\n");
        var rank = 1;
        for (var lot : drawings.lots(view.authority(), drawing)) {
            lines.append(rank++)
                    .append(',')
                    .append(lot.label().hex())
                    .append(',')
                    .append(lot.position().hex())
                    .append('\n');
        }
        return kept(CSV, lines.toString());
    }

    /** Shows that a label stands at its place in the order, for whoever does not want the whole of it. */
    @GetMapping("/{pool}/{window:[0-9]{1,6}}/place.txt")
    ResponseEntity<byte[]> place(
            View view,
            @PathVariable String pool,
            @PathVariable int window,
            @RequestParam(name = "code", defaultValue = "") String typed) {
        var drawing = find(view, pool, window);
        var asked = asked(view, drawing, typed);
        var position = asked.position().orElseThrow(DrawPages::notFound);
        var lots = drawings.lots(view.authority(), drawing);
        var leaves = lots.stream().map(it -> Merkle.leaf(it.label().text())).toList();
        var steps =
                Inclusion.prove(position - 1, leaves.size(), Nodes.of(leaves)).steps();
        var text = "code %s\nrang %d\nsur %d\nordre %s\n%s\n"
                .formatted(
                        asked.typed(), position, leaves.size(), Draw.root(lots).hex(), String.join("\n", steps));
        return kept(TEXT, text);
    }

    private static ResponseEntity<byte[]> kept(MediaType type, String text) {
        var body = text.getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic())
                .eTag(Tags.of(body))
                .body(body);
    }

    private DrawPage.Asked asked(View view, Drawing drawing, String typed) {
        var hex = typed.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        var position = hex.matches("[0-9a-f]{64}")
                ? drawings.position(view.authority(), drawing.pool(), drawing.window(), new Label(hex))
                : Optional.<Integer>empty();
        return new DrawPage.Asked(hex, position);
    }

    private Drawing find(View view, String pool, int window) {
        return drawings.find(view.authority(), pool, window).orElseThrow(DrawPages::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
