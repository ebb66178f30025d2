package org.guichet.app.hall;

import java.time.Instant;
import java.util.List;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.page.View;

/** The last calls of today, newest first. */
public record HallPage(View view, Catalogue.Centre centre, Instant now, List<Call> calls) {
    /** A ticket, and where it is to go. */
    public record Call(int ticket, int counter) {}
}
