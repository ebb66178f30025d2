package org.guichet.app.reception;

import java.util.Optional;
import java.util.UUID;
import org.guichet.app.access.Desk;
import org.guichet.app.appointment.Attendance;
import org.guichet.app.appointment.FreePlaces;
import org.guichet.app.appointment.Offer;
import org.guichet.app.appointment.Offers;
import org.guichet.app.deposit.MakeDeposit;
import org.guichet.app.deposit.Papers;
import org.springframework.stereotype.Component;

/**
 * Records how a visit ended: the dossier was received, something was missing, or nobody came. Again changes nothing.
 */
@Component
public final class Conclude {
    private final FreePlaces free;
    private final Visits visits;
    private final Offers offers;
    private final Attendance attendance;
    private final MakeDeposit deposit;

    Conclude(FreePlaces free, Visits visits, Offers offers, Attendance attendance, MakeDeposit deposit) {
        this.free = free;
        this.visits = visits;
        this.offers = offers;
        this.attendance = attendance;
        this.deposit = deposit;
    }

    /** Takes the dossier of persons who were called, whole or with something missing. */
    public void received(Desk desk, UUID id, Papers papers) {
        var authority = desk.authority();
        var complete = papers.areComplete();
        var offer = offers.find(authority, id).orElseThrow();
        free.runInTurn(
                authority,
                offer.pool(),
                now -> visits.lock(authority, id)
                        .filter(it -> it.state() == Visit.State.CALLED)
                        .ifPresent(visit -> {
                            var before = complete
                                    ? attendance.received(authority, id, now)
                                    : attendance.incomplete(authority, id, now);
                            before.ifPresent(it -> {
                                var kind = complete ? Visit.Step.Kind.DEPOSIT : Visit.Step.Kind.INCOMPLETE;
                                var state = complete ? Visit.State.RECEIVED : Visit.State.INCOMPLETE;
                                var step = Visit.Step.now(kind, desk, now).changing(it);
                                visits.move(authority, visit, visit.ended(state, step), step);
                                deposit.make(desk, offer, papers, now);
                            });
                        }));
    }

    /** Nobody came, or came to the counter when called. Before the appointed time it changes nothing. */
    public void absent(Desk desk, UUID id) {
        var authority = desk.authority();
        var offer = offers.find(authority, id).orElseThrow();
        free.runInTurn(authority, offer.pool(), now -> {
            var seen = visits.lock(authority, id);
            attendance.absent(authority, id, now).ifPresent(before -> {
                var step = Visit.Step.now(Visit.Step.Kind.ABSENCE, desk, now).changing(before);
                // Somebody may check them in at another desk at this very moment: then they are not absent.
                if (!end(desk, offer, seen, step)) {
                    attendance.undo(authority, id, before, now);
                }
            });
        });
    }

    private boolean end(Desk desk, Offer offer, Optional<Visit> seen, Visit.Step step) {
        return seen.isPresent()
                ? visits.move(desk.authority(), seen.get(), seen.get().ended(Visit.State.ABSENT, step), step)
                : visits.begin(desk.authority(), Visit.absent(offer, desk, step), step);
    }
}
