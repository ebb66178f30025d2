package org.guichet.app.forecast;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.guichet.core.planning.Forecast;

/** A line as it stood at an instant: who waited, who had been served lately, and its futures. */
final class Outlook {
    private static final double HALF = 0.5;
    private static final double MOST = 0.9;
    private static final Comparator<Measures.Waiting> ORDER =
            Comparator.comparingInt(Measures.Waiting::cohort).thenComparingInt(Measures.Waiting::position);

    private final Instant at;
    private final List<Measures.Waiting> line;
    private final long[] personsBefore;
    private final int served;
    private final Forecast forecast;

    Outlook(Instant at, List<Measures.Waiting> line, int served, Forecast forecast) {
        this.at = at;
        this.line = line;
        this.served = served;
        this.forecast = forecast;
        personsBefore = new long[line.size() + 1];
        for (var i = 0; i < line.size(); i++) {
            personsBefore[i + 1] = personsBefore[i] + line.get(i).persons();
        }
    }

    Instant at() {
        return at;
    }

    /** What a request with this place in the line is told. */
    Told tell(Measures.Waiting request) {
        var found = Collections.binarySearch(line, request, ORDER);
        var ahead = found >= 0 ? found : -found - 1;
        return new Told(
                ahead,
                served,
                forecast.span(personsBefore[ahead], request.persons(), HALF),
                forecast.span(personsBefore[ahead], request.persons(), MOST));
    }
}
