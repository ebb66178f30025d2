package org.guichet.app.access;

import java.time.Instant;
import java.time.LocalDate;
import org.guichet.app.page.View;

/**
 * What every page of the staff shows besides its own matter; {@code csrf} is the token that each of its forms carries.
 */
public record Staff(View view, Desk desk, String csrf, Instant now) {
    public LocalDate today() {
        return desk.day(now);
    }
}
