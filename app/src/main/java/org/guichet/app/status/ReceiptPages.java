package org.guichet.app.status;

import org.guichet.app.answer.Door;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.choosing.ChosenSeals;
import org.guichet.app.choosing.Wanted;
import org.guichet.app.page.Html;
import org.guichet.app.page.Language;
import org.guichet.app.page.Qr;
import org.guichet.app.page.View;
import org.guichet.app.platform.Settings;
import org.guichet.app.window.Windows;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page after sending. */
@Controller
@RequestMapping(Language.PATH + "/recu")
final class ReceiptPages {
    private final Html html;
    private final Door door;
    private final Windows windows;
    private final Catalogues catalogues;
    private final ChosenSeals seals;
    private final Settings settings;

    ReceiptPages(Html html, Door door, Windows windows, Catalogues catalogues, ChosenSeals seals, Settings settings) {
        this.html = html;
        this.door = door;
        this.windows = windows;
        this.catalogues = catalogues;
        this.seals = seals;
        this.settings = settings;
    }

    @GetMapping
    ResponseEntity<byte[]> show(
            View view,
            @RequestParam(name = "k", defaultValue = "") String key,
            @RequestParam(name = "deja", defaultValue = "") String before,
            @RequestParam(name = "c", defaultValue = "") String chosen) {
        return door.look(view, key, entered -> {
            var request = entered.request();
            return html.ok(new ReceiptPage(
                    view,
                    request,
                    windows.find(view.authority(), request.pool(), request.window()),
                    Qr.of(settings.link("/fr/suivi?n=" + request.number().digits())),
                    key,
                    !before.isEmpty(),
                    seals.open(view.authority(), chosen).map(it -> chosen(view, it))));
        });
    }

    private ReceiptPage.Chosen chosen(View view, Wanted wanted) {
        var when = view.t("answer.when", "date", view.date(wanted.start()), "time", view.time(wanted.start()));
        var centre = catalogues.of(view.authority()).centre(wanted.centre()).orElseThrow();
        return new ReceiptPage.Chosen(view.start(when), centre.address());
    }
}
