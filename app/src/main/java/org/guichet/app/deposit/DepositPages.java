package org.guichet.app.deposit;

import java.util.UUID;
import org.guichet.app.access.Staff;
import org.guichet.app.answer.Door;
import org.guichet.app.appointment.Offers;
import org.guichet.app.page.Html;
import org.guichet.app.page.Language;
import org.guichet.app.page.View;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The receipt, for the agent's printer and for the person. */
@Controller
final class DepositPages {
    private final Html html;
    private final Offers offers;
    private final Deposits deposits;
    private final Receipts receipts;
    private final Door door;

    DepositPages(Html html, Offers offers, Deposits deposits, Receipts receipts, Door door) {
        this.html = html;
        this.offers = offers;
        this.deposits = deposits;
        this.receipts = receipts;
        this.door = door;
    }

    @GetMapping("/agent/recepisses/{offer}")
    ResponseEntity<byte[]> paper(Staff staff, @PathVariable UUID offer) {
        var authority = staff.desk().authority();
        return offers.find(authority, offer)
                .filter(it -> it.centre().equals(staff.desk().centre().code()))
                .flatMap(it -> deposits.ofOffer(authority, it.id()))
                .map(it -> html.ok(new ReceiptPage(staff, receipts.of(authority, it))))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /**
     * The paper names dates of birth, which open more than looking does: so it asks for them, or for the link that was
     * sent.
     */
    @GetMapping(Language.PATH + "/depot")
    ResponseEntity<byte[]> own(View view, @RequestParam(name = "k", defaultValue = "") String key) {
        return door.act(
                view,
                key,
                "depot",
                entered -> deposits.newest(view.authority(), entered.request().id())
                        .map(it -> html.ok(new OwnReceiptPage(view, receipts.of(view.authority(), it), key)))
                        .orElseGet(() -> html.page(HttpStatus.NOT_FOUND, new NoReceiptPage(view, key))));
    }
}
