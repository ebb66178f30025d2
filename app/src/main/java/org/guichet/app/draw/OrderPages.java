package org.guichet.app.draw;

import static java.nio.charset.StandardCharsets.US_ASCII;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.guichet.app.page.Language;
import org.guichet.app.page.Tags;
import org.guichet.app.page.View;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The order of a draw as files. What decides it is the row of the draw: whoever has seen that reads no lot again. */
@Controller
@RequestMapping(Language.PATH + "/tirages/{pool}/{window:[0-9]{1,6}}")
final class OrderPages {
    private static final String CSV = "text/csv;charset=UTF-8";
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");
    private static final CacheControl KEPT =
            CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

    private final Drawings drawings;
    private final SendOrder sendOrder;
    private final ProvePlace provePlace;

    OrderPages(Drawings drawings, SendOrder sendOrder, ProvePlace provePlace) {
        this.drawings = drawings;
        this.sendOrder = sendOrder;
        this.provePlace = provePlace;
    }

    /** The whole order, to recompute it with. */
    @GetMapping("/ordre.csv")
    void order(
            View view,
            @PathVariable String pool,
            @PathVariable int window,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String seen,
            HttpServletResponse response)
            throws IOException {
        var drawing = find(view, pool, window);
        var tag = tag(view, drawing, "ordre.csv");
        if (Tags.isAmong(tag, seen)) {
            head(response, HttpStatus.NOT_MODIFIED, tag);
            return;
        }
        sendOrder.send(view.authority(), drawing, () -> {
            head(response, HttpStatus.OK, tag);
            return response.getOutputStream();
        });
    }

    /** Shows that a label stands at its place in the order, for whoever does not want the whole of it. */
    @GetMapping("/place.txt")
    ResponseEntity<byte[]> place(
            View view,
            @PathVariable String pool,
            @PathVariable int window,
            @RequestParam(name = "code", defaultValue = "") String typed,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, defaultValue = "") String seen) {
        var drawing = find(view, pool, window);
        var tag = tag(view, drawing, "place.txt " + DrawPage.Asked.hex(typed));
        if (Tags.isAmong(tag, seen)) {
            return headed(HttpStatus.NOT_MODIFIED, tag).build();
        }
        var asked = DrawPage.Asked.of(typed, label -> drawings.position(view.authority(), drawing, label));
        int position = asked.position().orElseThrow(OrderPages::notFound);
        var proof = provePlace.prove(view.authority(), drawing, position).orElseThrow(OrderPages::notFound);
        var text = "code %s\nrang %d\nsur %d\nordre %s\n%s\n"
                .formatted(
                        asked.typed(),
                        position,
                        drawing.lots(),
                        proof.root().hex(),
                        String.join("\n", proof.inclusion().steps()));
        return headed(HttpStatus.OK, tag).contentType(TEXT).body(text.getBytes(US_ASCII));
    }

    private static ResponseEntity.BodyBuilder headed(HttpStatus status, String tag) {
        return ResponseEntity.status(status).cacheControl(KEPT).eTag(tag);
    }

    private static void head(HttpServletResponse response, HttpStatus status, String tag) {
        response.setStatus(status.value());
        response.setContentType(CSV);
        response.setHeader(HttpHeaders.CACHE_CONTROL, KEPT.getHeaderValue());
        response.setHeader(HttpHeaders.ETAG, tag);
    }

    private static String tag(View view, Drawing drawing, String file) {
        var drawn =
                drawing.drawn().map(it -> it.round().number() + " " + it.round().signatureHex());
        return Tags.of(String.join("\n", view.authority().toString(), drawing.leaf(), drawn.orElse(""), file));
    }

    private Drawing find(View view, String pool, int window) {
        return drawings.find(view.authority(), pool, window).orElseThrow(OrderPages::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
