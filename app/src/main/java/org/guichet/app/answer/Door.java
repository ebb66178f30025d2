package org.guichet.app.answer;

import java.util.function.Function;
import org.guichet.app.page.Html;
import org.guichet.app.page.View;
import org.guichet.app.registration.Passes;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Requests;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Lets the holder of a key to the pages of one request, and sends everybody else to where a key is made. */
@Component
public final class Door {
    private final Passes passes;
    private final Requests requests;

    Door(Passes passes, Requests requests) {
        this.passes = passes;
        this.requests = requests;
    }

    /** Who came in: the request, the key, and whether it may be answered and changed with it. */
    public record Entered(Request request, Passes.Pass pass) {
        public String key() {
            return pass.key();
        }
    }

    /** For pages that only show something. */
    public ResponseEntity<byte[]> look(View view, String key, Function<Entered, ResponseEntity<byte[]>> inside) {
        return open(view, key, pass -> {
            var request = requests.get(view.authority(), pass.request());
            return pass.isOfWaysBefore(request.reachChangedAt())
                    ? lost(view)
                    : inside.apply(new Entered(request, pass));
        });
    }

    /** For those that read what they show by themselves, and see there whether the key is of ways before. */
    public ResponseEntity<byte[]> open(View view, String key, Function<Passes.Pass, ResponseEntity<byte[]>> inside) {
        return passes.open(view.authority(), key).map(inside).orElseGet(() -> lost(view));
    }

    /**
     * The key with which whoever changed the ways to be reached goes on. A link opens no more from then on; what it is
     * exchanged for lives as if the date of birth had been given.
     */
    public String keyAfterChange(View view, Entered entered) {
        return entered.pass().level() == Passes.Level.LINK
                ? passes.key(view.authority(), entered.request().id(), Passes.Level.ACT)
                : entered.key();
    }

    /** Where a key is made. */
    public ResponseEntity<byte[]> lost(View view) {
        return Html.see(view.to("/suivi?perdu=1"));
    }

    /** For pages that answer or change something; {@code here} is where to come back to with the full date of birth. */
    public ResponseEntity<byte[]> act(
            View view, String key, String here, Function<Entered, ResponseEntity<byte[]>> inside) {
        return act(view, key, new Sent(here, ""), inside);
    }

    /** A page, and the sealed form that it shows again to whoever sent it and must first give the date of birth. */
    public record Sent(String page, String typed) {
        private String proof(String key) {
            return "/suivi/preuve?vers=" + page + "&k=" + key + (typed.isEmpty() ? "" : "&saisie=" + typed);
        }
    }

    /** The same for a form in which something was typed. */
    public ResponseEntity<byte[]> act(
            View view, String key, Sent sent, Function<Entered, ResponseEntity<byte[]>> inside) {
        return look(
                view,
                key,
                entered -> entered.pass().mayAct() ? inside.apply(entered) : Html.see(view.to(sent.proof(key))));
    }
}
