package org.guichet.app.status;

import org.guichet.app.answer.Door;
import org.guichet.app.page.Html;
import org.guichet.app.page.Language;
import org.guichet.app.page.View;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a request stands: one statement. No forecast and no page is made for whoever has seen both. */
@Controller
final class StatusPages {
    private final Html html;
    private final Door door;
    private final Glances glances;
    private final Situations situations;

    StatusPages(Html html, Door door, Glances glances, Situations situations) {
        this.html = html;
        this.door = door;
        this.glances = glances;
        this.situations = situations;
    }

    @GetMapping(path = Language.PATH + "/suivi", params = "k")
    ResponseEntity<byte[]> show(
            View view,
            @RequestParam("k") String key,
            @RequestParam(name = "change", defaultValue = "") String changed,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String seen) {
        return door.open(
                view,
                key,
                pass -> glances.at(view.authority(), pass.request())
                        .filter(glance -> !pass.isOfWaysBefore(glance.asked().reachChangedAt()))
                        .map(glance -> situations.page(view, glance, key, !changed.isEmpty()))
                        .map(page -> html.unlessSeen(seen, html.tag(view, page.inputs()), page))
                        .orElseGet(() -> door.lost(view)));
    }
}
