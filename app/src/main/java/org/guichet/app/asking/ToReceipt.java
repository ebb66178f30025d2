package org.guichet.app.asking;

import org.guichet.app.choosing.ChosenSeals;
import org.guichet.app.choosing.Wanted;
import org.guichet.app.page.Html;
import org.guichet.app.page.View;
import org.guichet.app.registration.Passes;
import org.guichet.app.registration.Request;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The way to the receipt of a request, with a key to look and what the receipt is to say. */
@Component
final class ToReceipt {
    private final Passes passes;
    private final ChosenSeals seals;

    ToReceipt(Passes passes, ChosenSeals seals) {
        this.passes = passes;
        this.seals = seals;
    }

    /** Where it is, after the language. */
    String of(View view, Request request) {
        return address(view, request, "");
    }

    /** Where its page is, after the language. */
    String request(View view, Request request) {
        return "/suivi?" + key(view, request);
    }

    ResponseEntity<byte[]> recorded(View view, Request request) {
        return to(view, request, "");
    }

    ResponseEntity<byte[]> sentBefore(View view, Request request) {
        return to(view, request, "deja=1&");
    }

    ResponseEntity<byte[]> chosen(View view, Request request, Wanted wanted) {
        return to(view, request, said(view, wanted));
    }

    ResponseEntity<byte[]> chosenBefore(View view, Request request, Wanted wanted) {
        return to(view, request, "deja=1&" + said(view, wanted));
    }

    private String said(View view, Wanted wanted) {
        return "c=" + seals.seal(view.authority(), wanted) + "&";
    }

    private ResponseEntity<byte[]> to(View view, Request request, String more) {
        return Html.see(view.to(address(view, request, more)));
    }

    private String address(View view, Request request, String more) {
        return "/recu?" + more + key(view, request);
    }

    private String key(View view, Request request) {
        return "k=" + passes.key(view.authority(), request.id(), Passes.Level.LOOK);
    }
}
