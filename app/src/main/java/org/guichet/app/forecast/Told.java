package org.guichet.app.forecast;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.guichet.core.planning.Forecast;

/** What somebody who waits is told. */
public sealed interface Told {
    /** The line is being read: the rest comes in a moment. */
    record Soon() implements Told {}

    /**
     * How many requests are ahead, how many were served in the last seven days, and when the appointment can be
     * expected. That is found when it is asked for: where the line was read at the same instant it is the same.
     */
    record Known(Instant at, int ahead, int served, Supplier<Spans> spans) implements Told {}

    /** The spans in which the appointment lies in one of two and in nine of ten futures. */
    record Spans(Optional<Forecast.Span> half, Optional<Forecast.Span> most) {}

    /** Names it: to one request that did not change, what has the same name says the same. */
    default String name() {
        return switch (this) {
            case Soon() -> "soon";
            case Known(var at, var ahead, var served, var _) -> at + " " + ahead + " " + served;
        };
    }
}
