package org.guichet.app.status;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.guichet.app.answer.Door;
import org.guichet.app.appointment.ExplainRun;
import org.guichet.app.catalogue.Horizon;
import org.guichet.app.page.Html;
import org.guichet.app.page.Language;
import org.guichet.app.page.Problem;
import org.guichet.app.page.View;
import org.guichet.app.registration.Request;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Rule 14: whoever got nothing in a run reads why, and takes the certificate along. */
@Controller
@RequestMapping(Language.PATH + "/suivi/refus")
final class WhyPages {
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=utf-8");

    private final Html html;
    private final Door door;
    private final ExplainRun explain;
    private final Situations situations;

    WhyPages(Html html, Door door, ExplainRun explain, Situations situations) {
        this.html = html;
        this.door = door;
        this.explain = explain;
        this.situations = situations;
    }

    @GetMapping
    ResponseEntity<byte[]> show(View view, @RequestParam(name = "k", defaultValue = "") String key) {
        return door.look(view, key, entered -> html.ok(page(view, entered, key)));
    }

    private WhyPage page(View view, Door.Entered entered, String key) {
        var request = entered.request();
        return new WhyPage(view, request, explanation(view, request), never(view, request), key);
    }

    private Optional<Problem> never(View view, Request request) {
        return situations.never(
                view, request.pool(), new Horizon.Group(request.persons(), request.together()), request.wishes());
    }

    @GetMapping("/certificat")
    ResponseEntity<byte[]> file(View view, @RequestParam(name = "k", defaultValue = "") String key) {
        return door.look(view, key, entered -> switch (explanation(view, entered.request())) {
            case ExplainRun.WhyNothing why -> file(why);
            case ExplainRun.Served _, ExplainRun.NotInIt _, ExplainRun.NoRun _ ->
                Html.see(view.to("/suivi/refus?k=" + key));
        });
    }

    private static ResponseEntity<byte[]> file(ExplainRun.WhyNothing why) {
        var name = "guichet-attribution-" + why.run() + ".refusal";
        return ResponseEntity.ok()
                .contentType(TEXT)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(why.refusal().text().getBytes(StandardCharsets.UTF_8));
    }

    private ExplainRun.Explanation explanation(View view, Request request) {
        return explain.explain(view.authority(), request.pool(), request.label());
    }
}
