package org.guichet.app.forecast;

import java.time.Instant;
import org.guichet.app.draw.Ranks;
import org.guichet.core.planning.Forecast;

/** A line as it stood at an instant: who waited, who had been served lately, and its futures. */
final class Outlook {
    private static final double HALF = 0.5;
    private static final double MOST = 0.9;

    private final Instant at;
    private final Queue line;
    private final int served;
    private final Forecast forecast;

    Outlook(Instant at, Queue line, int served, Forecast forecast) {
        this.at = at;
        this.line = line;
        this.served = served;
        this.forecast = forecast;
    }

    Instant at() {
        return at;
    }

    /** What a request with this place in the line is told. */
    Told tell(Ranks.Rank rank, int persons) {
        var ahead = line.ahead(rank.cohort(), rank.position());
        var before = line.persons(ahead);
        return new Told(ahead, served, forecast.span(before, persons, HALF), forecast.span(before, persons, MOST));
    }
}
