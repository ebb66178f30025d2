package org.guichet.app.reception;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.guichet.app.access.Desk;
import org.guichet.app.appointment.Attendance;
import org.guichet.app.appointment.Offer;
import org.guichet.app.registration.RequestId;

/** An appointment on its day, once something has happened to it; {@code step} names what happened last. */
public record Visit(
        Appointed appointed,
        State state,
        Optional<Integer> ticket,
        Optional<Instant> arrivedAt,
        Optional<Call> call,
        Optional<Instant> endedAt,
        UUID step) {

    /** Whose visit, and when it was to be. */
    public record Appointed(
            UUID offer, RequestId request, String pool, String centre, LocalDate day, Instant startsAt) {}

    /** How far it came, each with the mark that stands before its word. */
    public enum State {
        EXPECTED("○"),
        WAITING("●"),
        CALLED("■"),
        RECEIVED("✓"),
        INCOMPLETE("◐"),
        ABSENT("✗"),
        CLOSED("⊘");

        private final String mark;

        State(String mark) {
            this.mark = mark;
        }

        public String mark() {
            return mark;
        }
    }

    /** To which counter its persons were called. */
    public record Call(int counter, Instant at) {}

    /** What an agent did; {@code before} where it changed the appointment itself. */
    public record Step(UUID id, Kind kind, Instant at, String signIn, Optional<Attendance.Before> before) {
        /** What can be done. */
        public enum Kind {
            ARRIVAL,
            CALL,
            RECALL,
            DEPOSIT,
            INCOMPLETE,
            ABSENCE
        }

        static Step now(Kind kind, Desk desk, Instant now) {
            return new Step(
                    UUID.randomUUID(),
                    kind,
                    now.truncatedTo(ChronoUnit.MICROS),
                    desk.agent().signIn(),
                    Optional.empty());
        }

        Step changing(Attendance.Before before) {
            return new Step(id, kind, at, signIn, Optional.of(before));
        }
    }

    static Visit arrived(Offer offer, Desk desk, int ticket, Step by) {
        return new Visit(
                appointed(offer, desk),
                State.WAITING,
                Optional.of(ticket),
                Optional.of(by.at()),
                Optional.empty(),
                Optional.empty(),
                by.id());
    }

    /** Of persons who never came. */
    static Visit absent(Offer offer, Desk desk, Step by) {
        return new Visit(
                appointed(offer, desk),
                State.ABSENT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(by.at()),
                by.id());
    }

    private static Appointed appointed(Offer offer, Desk desk) {
        return new Appointed(
                offer.id(),
                offer.request(),
                offer.pool(),
                offer.centre(),
                desk.day(offer.startsAt()),
                offer.startsAt());
    }

    Visit called(int counter, Step by) {
        var to = Optional.of(new Call(counter, by.at()));
        return new Visit(appointed, State.CALLED, ticket, arrivedAt, to, Optional.empty(), by.id());
    }

    Visit ended(State as, Step by) {
        return new Visit(appointed, as, ticket, arrivedAt, call, Optional.of(by.at()), by.id());
    }

    /** As it was before its newest step. */
    Visit back(State state, Optional<Call> call, UUID step) {
        return new Visit(appointed, state, ticket, arrivedAt, call, Optional.empty(), step);
    }

    /** Since when it is in its state. */
    public Instant since() {
        return switch (state) {
            case EXPECTED, CLOSED -> appointed.startsAt();
            case WAITING -> arrivedAt.orElseThrow();
            case CALLED -> call.orElseThrow().at();
            case RECEIVED, INCOMPLETE, ABSENT -> endedAt.orElseThrow();
        };
    }
}
