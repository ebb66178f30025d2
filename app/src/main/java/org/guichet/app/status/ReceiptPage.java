package org.guichet.app.status;

import java.util.Optional;
import org.guichet.app.page.Qr;
import org.guichet.app.page.View;
import org.guichet.app.registration.Request;
import org.guichet.app.window.Window;

/**
 * The request is recorded: its number, and what happens now; {@code before} where the same form was sent twice. {@code
 * chosen} is what was chosen on the calendar, the same for whoever chose: who stands in the line already is not told.
 */
public record ReceiptPage(
        View view, Request request, Window window, Qr qr, String key, boolean before, Optional<Chosen> chosen) {
    /** The place that was chosen, in words. */
    public record Chosen(String when, String address) {}

    /** How the number is said on the telephone, in the language of the agent who writes it down. */
    public String dictated() {
        return Dictation.french(request.number());
    }
}
