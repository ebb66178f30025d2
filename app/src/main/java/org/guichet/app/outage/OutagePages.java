package org.guichet.app.outage;

import org.guichet.app.page.Html;
import org.guichet.app.page.Language;
import org.guichet.app.page.View;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The outages, for everybody. */
@Controller
final class OutagePages {
    private static final int SHOWN_MAX = 100;

    private final Html html;
    private final Outages outages;

    OutagePages(Html html, Outages outages) {
        this.html = html;
        this.outages = outages;
    }

    @GetMapping(Language.PATH + "/interruptions")
    ResponseEntity<byte[]> show(View view) {
        return html.ok(new OutagesPage(view, outages.newest(view.authority(), SHOWN_MAX)));
    }
}
