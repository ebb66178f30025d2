package org.guichet.app.status;

import org.guichet.app.answer.Door;
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
    private final Settings settings;

    ReceiptPages(Html html, Door door, Windows windows, Settings settings) {
        this.html = html;
        this.door = door;
        this.windows = windows;
        this.settings = settings;
    }

    @GetMapping
    ResponseEntity<byte[]> show(
            View view,
            @RequestParam(name = "k", defaultValue = "") String key,
            @RequestParam(name = "deja", defaultValue = "") String before) {
        return door.look(view, key, entered -> {
            var request = entered.request();
            return html.ok(new ReceiptPage(
                    view,
                    request,
                    windows.find(view.authority(), request.pool(), request.window()),
                    Qr.of(settings.link("/fr/suivi?n=" + request.number().digits())),
                    key,
                    !before.isEmpty()));
        });
    }
}
