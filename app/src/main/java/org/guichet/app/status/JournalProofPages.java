package org.guichet.app.status;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.guichet.app.answer.Door;
import org.guichet.app.page.Html;
import org.guichet.app.page.Language;
import org.guichet.app.page.View;
import org.guichet.app.proof.Proofs;
import org.guichet.app.registration.Openings;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The proof that the journal has a request, as a file to keep. It opens the label, which is more than looking does: so
 * it asks for the full date of birth, or for the link that was sent.
 */
@Controller
@RequestMapping(Language.PATH + "/suivi/preuve-journal")
final class JournalProofPages {
    private static final String HERE = "suivi/preuve-journal";
    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=utf-8");

    private final Html html;
    private final Door door;
    private final Openings openings;
    private final Proofs proofs;

    JournalProofPages(Html html, Door door, Openings openings, Proofs proofs) {
        this.html = html;
        this.door = door;
        this.openings = openings;
        this.proofs = proofs;
    }

    @GetMapping
    ResponseEntity<byte[]> show(View view, @RequestParam(name = "k", defaultValue = "") String key) {
        return door.act(
                view,
                key,
                HERE,
                entered -> html.ok(new JournalProofPage(
                        view, name(entered), receipt(view, entered).map(Proofs.Receipt::key), entered.key())));
    }

    @GetMapping("/fichier")
    ResponseEntity<byte[]> file(View view, @RequestParam(name = "k", defaultValue = "") String key) {
        return door.act(
                view,
                key,
                HERE,
                entered -> receipt(view, entered)
                        .map(receipt -> ResponseEntity.ok()
                                .contentType(TEXT)
                                .cacheControl(CacheControl.noCache().cachePrivate())
                                .header(
                                        HttpHeaders.CONTENT_DISPOSITION,
                                        ContentDisposition.attachment()
                                                .filename(name(entered))
                                                .build()
                                                .toString())
                                .body(receipt.proof().format().getBytes(StandardCharsets.UTF_8)))
                        .orElseGet(() -> Html.see(view.to("/" + HERE + "?k=" + key))));
    }

    private Optional<Proofs.Receipt> receipt(View view, Door.Entered entered) {
        return proofs.of(view.authority(), openings.of(view.authority(), entered.request()));
    }

    // The first digits tell files of several requests apart and open nothing.
    private static String name(Door.Entered entered) {
        return "guichet-" + entered.request().number().digits().substring(0, 4) + ".tlog-proof";
    }
}
