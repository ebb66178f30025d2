package org.guichet.app.forecast;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.guichet.app.catalogue.Horizon;
import org.guichet.app.draw.Ranks;
import org.guichet.app.platform.Limits;
import org.guichet.app.registration.Wishes;
import org.guichet.core.planning.Forecast;
import org.guichet.core.planning.Futures;

/** A line as it stood at an instant: who waited, who had been served lately, what is planned, and its futures. */
final class Outlook {
    private static final double HALF = 0.5;
    private static final double MOST = 0.9;

    private final Instant at;
    private final Planned planned;
    private final SeatedLine line;
    private final int served;
    private final Futures futures;
    private final Map<Wanted, Forecast> forecasts = new ConcurrentHashMap<>();

    Outlook(Instant at, Planned planned, SeatedLine line, int served, Futures futures) {
        this.at = at;
        this.planned = planned;
        this.line = line;
        this.served = served;
        this.futures = futures;
    }

    /** Who comes together, and what suits them. */
    record Wanted(Horizon.Group group, Wishes wishes) {}

    Instant at() {
        return at;
    }

    /** What a request with this place in the line is told. */
    Told tell(Ranks.Rank rank, Wanted wanted) {
        return line.turn(rank, wanted.wishes)
                .<Told>map(turn -> new Told.Known(at, line.ahead(rank), served, () -> spans(turn, wanted)))
                .orElseGet(Told.Soon::new);
    }

    private Told.Spans spans(float turn, Wanted wanted) {
        var ends = forecast(wanted).ends(line.before(turn, wanted.wishes));
        return new Told.Spans(ends.span(HALF), ends.span(MOST));
    }

    /** Most people wish what others wish too. */
    private Forecast forecast(Wanted wanted) {
        var known = forecasts.get(wanted);
        if (known != null) {
            return known;
        }
        var forecast = futures.along(planned.suiting(wanted.wishes, wanted.group), wanted.group.persons());
        if (forecasts.size() < Limits.FORECASTS_KEPT_MAX) {
            forecasts.put(wanted, forecast);
        }
        return forecast;
    }
}
