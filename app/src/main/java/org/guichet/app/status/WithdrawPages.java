package org.guichet.app.status;

import org.guichet.app.answer.Door;
import org.guichet.app.appointment.Wake;
import org.guichet.app.appointment.Withdraw;
import org.guichet.app.page.Html;
import org.guichet.app.page.Language;
import org.guichet.app.page.View;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Withdraws a request, asking once; wakes one that slept. */
@Controller
@RequestMapping(Language.PATH + "/suivi")
final class WithdrawPages {
    private final Html html;
    private final Door door;
    private final Withdraw withdraw;
    private final Wake wake;

    WithdrawPages(Html html, Door door, Withdraw withdraw, Wake wake) {
        this.html = html;
        this.door = door;
        this.withdraw = withdraw;
        this.wake = wake;
    }

    @GetMapping("/retrait")
    ResponseEntity<byte[]> ask(View view, @RequestParam(name = "k", defaultValue = "") String key) {
        return door.act(view, key, "suivi/retrait", entered -> html.ok(new WithdrawPage(view, entered.request(), key)));
    }

    @PostMapping("/retrait")
    ResponseEntity<byte[]> withdraw(View view, @RequestParam(name = "k", defaultValue = "") String key) {
        return door.act(view, key, "suivi/retrait", entered -> {
            withdraw.withdraw(view.authority(), entered.request().id());
            return Html.see(view.to("/suivi?k=" + key));
        });
    }

    @PostMapping("/reprise")
    ResponseEntity<byte[]> wake(View view, @RequestParam(name = "k", defaultValue = "") String key) {
        return door.act(view, key, "suivi", entered -> {
            wake.wake(view.authority(), entered.request().id());
            return Html.see(view.to("/suivi?k=" + key));
        });
    }
}
