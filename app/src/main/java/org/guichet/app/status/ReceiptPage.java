package org.guichet.app.status;

import org.guichet.app.page.Qr;
import org.guichet.app.page.View;
import org.guichet.app.registration.Request;
import org.guichet.app.window.Window;

/** The request is recorded: its number, and what happens now; {@code before} where the same form was sent twice. */
public record ReceiptPage(View view, Request request, Window window, Qr qr, String key, boolean before) {
    /** How the number is said on the telephone, in the language of the agent who writes it down. */
    public String dictated() {
        return Dictation.french(request.number());
    }
}
