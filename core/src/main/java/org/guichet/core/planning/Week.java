package org.guichet.core.planning;

import java.time.LocalDate;

/** A week, by its Monday, and how many places are planned in it that nobody holds. */
public record Week(LocalDate monday, int places) {
    public Week {
        if (places < 0) {
            throw new IllegalArgumentException("A week has no fewer than 0 places");
        }
    }
}
