package org.guichet.app.reception;

import java.util.UUID;
import org.guichet.app.access.Desk;
import org.guichet.app.appointment.Attendance;
import org.guichet.app.appointment.FreePlaces;
import org.guichet.app.appointment.Offers;
import org.guichet.app.deposit.MakeDeposit;
import org.springframework.stereotype.Component;

/** Takes the newest step of a visit back, with all that it did, until something else has happened to the request. */
@Component
public final class UndoStep {
    private final FreePlaces free;
    private final Offers offers;
    private final Visits visits;
    private final Steps steps;
    private final Attendance attendance;
    private final MakeDeposit deposit;

    UndoStep(FreePlaces free, Offers offers, Visits visits, Steps steps, Attendance attendance, MakeDeposit deposit) {
        this.free = free;
        this.offers = offers;
        this.visits = visits;
        this.steps = steps;
        this.attendance = attendance;
        this.deposit = deposit;
    }

    /** What became of it. */
    public enum Outcome {
        UNDONE,
        /** The step that was seen is not the newest any more: nothing changed. */
        NOT_NEWEST,
        /** The request has gone on since, and cannot go back. */
        TOO_LATE
    }

    public Outcome undo(Desk desk, UUID offer, UUID step) {
        var authority = desk.authority();
        var pool = offers.find(authority, offer).orElseThrow().pool();
        return free.inTurn(authority, pool, now -> {
            var visit = visits.lock(authority, offer).filter(it -> it.step().equals(step));
            if (visit.isEmpty()) {
                return Outcome.NOT_NEWEST;
            }
            var taken = steps.newest(authority, visit.get());
            var before = taken.step().before();
            if (before.isPresent() && !attendance.undo(authority, offer, before.get(), now)) {
                return Outcome.TOO_LATE;
            }
            visits.restore(authority, visit.get(), taken.left());
            steps.undone(authority, visit.get(), desk.agent().signIn(), now);
            deposit.undo(desk, offer, now);
            return Outcome.UNDONE;
        });
    }
}
