package org.guichet.app.draw;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import org.guichet.app.page.Form;
import org.guichet.app.page.Html;
import org.guichet.app.page.Language;
import org.guichet.app.page.Typed;
import org.guichet.app.page.View;
import org.guichet.app.platform.Transactions;
import org.guichet.app.window.Windows;
import org.guichet.core.beacon.Announced;
import org.guichet.core.beacon.Round;
import org.guichet.core.text.FormatException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Takes the signature of an announced round from anybody, since it proves itself: no relay can hold a draw up. */
@Controller
@RequestMapping(Language.PATH + "/tirages/{pool}/{window:[0-9]{1,6}}/tour")
final class RoundPages {
    private static final String PURPOSE = "round";
    private static final String SIGNATURE = "signature";
    private static final int SIGNATURE_DIGITS = 2 * Round.SIGNATURE_BYTES;

    private final Html html;
    private final Typed typed;
    private final Transactions transactions;
    private final Windows windows;
    private final Drawings drawings;
    private final DrawOrder draw;

    RoundPages(Html html, Typed typed, Transactions transactions, Windows windows, Drawings drawings, DrawOrder draw) {
        this.html = html;
        this.typed = typed;
        this.transactions = transactions;
        this.windows = windows;
        this.drawings = drawings;
        this.draw = draw;
    }

    @GetMapping
    ResponseEntity<byte[]> ask(
            View view,
            @PathVariable String pool,
            @PathVariable int window,
            @RequestParam(name = "s", defaultValue = "") String sealed) {
        var drawing = find(view, pool, window);
        var round = announced(view, drawing).round();
        var form = typed.open(PURPOSE, sealed);
        if (form.has(Typed.SAID)) {
            form.problem(SIGNATURE, form.value(Typed.SAID));
        }
        return html.ok(new RoundPage(view, drawing, round, draw.chain().timeOf(round), form));
    }

    @PostMapping
    ResponseEntity<byte[]> give(View view, @PathVariable String pool, @PathVariable int window, Form form) {
        var drawing = find(view, pool, window);
        var hex = form.value(SIGNATURE).replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        var announced = announced(view, drawing);
        var known = LongStream.of(announced.round(), announced.fallback())
                .filter(it -> !transactions.now().isBefore(draw.chain().timeOf(it)))
                .toArray();
        var fits = LongStream.of(known)
                .mapToObj(it -> round(it, hex))
                .flatMap(Optional::stream)
                .findFirst();
        if (drawing.drawn().isPresent()
                || fits.filter(it -> draw.decide(view.authority(), drawing, it)).isPresent()) {
            return Html.see(view.to("/tirages/" + pool + "/" + window));
        }
        var kept = Form.of(SIGNATURE, hex.substring(0, Math.min(hex.length(), SIGNATURE_DIGITS + 1)))
                .with(
                        Typed.SAID,
                        known.length == 0 ? "round.early" : fits.isPresent() ? "round.unwitnessed" : "round.wrong");
        return Html.see(
                view.to("/tirages/" + pool + "/" + window + "/tour?s=" + typed.keep(PURPOSE, kept) + "#erreurs"));
    }

    private Optional<Round> round(long number, String hex) {
        try {
            return Optional.of(Round.parse(number, hex))
                    .filter(it -> it.check(draw.chain()) instanceof Round.Outcome.Valid);
        } catch (FormatException notOne) {
            return Optional.empty();
        }
    }

    private Announced announced(View view, Drawing drawing) {
        return drawing.announced(windows.find(view.authority(), drawing.pool(), drawing.window()));
    }

    private Drawing find(View view, String pool, int window) {
        return drawings.find(view.authority(), pool, window)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
