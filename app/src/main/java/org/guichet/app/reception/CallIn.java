package org.guichet.app.reception;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.guichet.app.access.Desk;
import org.guichet.app.appointment.Offer;
import org.guichet.app.appointment.Offers;
import org.guichet.app.platform.Transactions;
import org.springframework.stereotype.Component;

/** Calls persons who wait to a counter. */
@Component
public final class CallIn {
    private final Transactions transactions;
    private final Visits visits;
    private final Offers offers;

    CallIn(Transactions transactions, Visits visits, Offers offers) {
        this.transactions = transactions;
        this.visits = visits;
        this.offers = offers;
    }

    /** Whoever has waited longest, by the appointed time and then by arrival; empty if nobody waits. */
    public Optional<UUID> next(Desk desk) {
        return transactions.of(now -> {
            var waiting = first(desk, now);
            while (waiting.isPresent() && !take(desk, waiting.get(), Visit.Step.Kind.CALL, now)) {
                // Given back by telephone after they came: it is no appointment any more, and stands in nobody's way.
                visits.remove(desk.authority(), waiting.get());
                waiting = first(desk, now);
            }
            return waiting.map(it -> it.appointed().offer());
        });
    }

    /** One that waits; one that was called already stays where it is. */
    public void call(Desk desk, UUID offer) {
        transactions.run(now -> visits.lock(desk.authority(), offer)
                .filter(it -> it.state() == Visit.State.WAITING)
                .ifPresent(it -> take(desk, it, Visit.Step.Kind.CALL, now)));
    }

    /** One that was called and did not come, now to this counter; {@code step} is the call that was seen. */
    public void again(Desk desk, UUID offer, UUID step) {
        transactions.run(now -> visits.lock(desk.authority(), offer)
                .filter(it -> it.state() == Visit.State.CALLED && it.step().equals(step))
                .ifPresent(it -> take(desk, it, Visit.Step.Kind.RECALL, now)));
    }

    private Optional<Visit> first(Desk desk, Instant now) {
        return visits.next(desk.authority(), desk.centre().code(), desk.day(now));
    }

    private boolean take(Desk desk, Visit visit, Visit.Step.Kind kind, Instant now) {
        // Whoever closes the centre at this moment sees that they are at a counter, or they are not called.
        var offer = offers.staying(desk.authority(), visit.appointed().offer());
        var step = Visit.Step.now(kind, desk, now);
        return offer.state() == Offer.State.ACCEPTED
                && visits.move(desk.authority(), visit, visit.called(desk.counter(), step), step);
    }
}
