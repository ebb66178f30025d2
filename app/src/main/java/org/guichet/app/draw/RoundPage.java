package org.guichet.app.draw;

import java.time.Instant;
import org.guichet.app.page.Form;
import org.guichet.app.page.View;

/** Asks for the signature of the round that decides a draw; {@code known} is when it becomes known. */
public record RoundPage(View view, Drawing drawing, long round, Instant known, Form form) {
    public String address(String end) {
        return view.to("/tirages/" + drawing.pool() + "/" + drawing.window() + end);
    }
}
