package org.guichet.app.status;

import java.time.Instant;
import java.util.Optional;
import org.guichet.app.appointment.Offer;
import org.guichet.app.registration.Request;

/** Where a request stands; what it means and what to do now follows from it. */
public sealed interface Situation {
    /** The window is open. */
    record Collecting() implements Situation {}

    /** The list is closed, and the round that will order it is not known yet. */
    record BeforeDraw() implements Situation {}

    /** It has a rank and no place yet. */
    record Waiting() implements Situation {}

    record Offered(Offer offer) implements Situation {}

    record Asleep() implements Situation {}

    record Confirmed(Offer offer) implements Situation {}

    /** The day of the appointment has passed, and nobody has noted yet what became of it. */
    record Passed(Offer offer) implements Situation {}

    record Ended(Request.Ended ended) implements Situation {}

    /** Whether a place is still to be found for it. */
    default boolean isWaiting() {
        return switch (this) {
            case Collecting(), BeforeDraw(), Waiting(), Asleep() -> true;
            case Offered _, Confirmed _, Passed _, Ended _ -> false;
        };
    }

    /** The beginning of the message keys. */
    default String key() {
        return switch (this) {
            case Collecting() -> "status.collecting";
            case BeforeDraw() -> "status.beforedraw";
            case Waiting() -> "status.waiting";
            case Offered _ -> "status.offered";
            case Asleep() -> "status.asleep";
            case Confirmed _ -> "status.confirmed";
            case Passed _ -> "status.passed";
            case Ended(var ended) -> ended.why() == Request.Ending.RECEIVED ? "status.received" : "status.withdrawn";
        };
    }

    /** The appointment, to come or past. */
    default Optional<Offer> appointment() {
        return switch (this) {
            case Confirmed(var offer) -> Optional.of(offer);
            case Passed(var offer) -> Optional.of(offer);
            case Collecting(), BeforeDraw(), Waiting(), Asleep() -> Optional.empty();
            case Offered _, Ended _ -> Optional.empty();
        };
    }

    /** When the next thing happens without the person doing anything. */
    record Next(Instant closes, Instant draw, Instant run) {}
}
