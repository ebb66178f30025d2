package org.guichet.app.reception;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.guichet.app.access.Desk;
import org.guichet.app.appointment.Offer;
import org.guichet.app.appointment.Offers;
import org.guichet.app.platform.Transactions;
import org.springframework.stereotype.Component;

/** Notes that the persons of an appointment have come, and draws their ticket. Again changes nothing. */
@Component
public final class CheckIn {
    // Another desk that draws the same ticket at the same moment makes us draw again.
    private static final int DRAWS_MAX = 100;

    private final Transactions transactions;
    private final Visits visits;
    private final Offers offers;
    private final SecureRandom random;

    CheckIn(Transactions transactions, Visits visits, Offers offers, SecureRandom random) {
        this.transactions = transactions;
        this.visits = visits;
        this.offers = offers;
        this.random = random;
    }

    public void checkIn(Desk desk, UUID id) {
        transactions.run(now -> {
            var offer = offers.find(desk.authority(), id).orElseThrow();
            if (offer.state() == Offer.State.ACCEPTED) {
                arrive(desk, offer, now);
            }
        });
    }

    private void arrive(Desk desk, Offer offer, Instant now) {
        var step = Visit.Step.now(Visit.Step.Kind.ARRIVAL, desk, now);
        for (int draw = 0; draw < DRAWS_MAX; draw++) {
            if (visits.begin(desk.authority(), Visit.arrived(offer, desk, ticket(desk, offer), step), step)
                    || visits.find(desk.authority(), offer.id()).isPresent()) {
                return;
            }
        }
        throw new IllegalStateException("Tickets are drawn faster than they can be read");
    }

    // Drawn among those that are left, so that a number says nothing about when somebody came.
    private int ticket(Desk desk, Offer offer) {
        var drawn = Set.copyOf(visits.tickets(desk.authority(), offer.centre(), desk.day(offer.startsAt())));
        var left = left(drawn, 100, 1_000);
        var any = left.isEmpty() ? left(drawn, 1_000, 10_000) : left;
        return any.get(random.nextInt(any.size()));
    }

    private static List<Integer> left(Set<Integer> drawn, int from, int below) {
        return IntStream.range(from, below)
                .boxed()
                .filter(it -> !drawn.contains(it))
                .toList();
    }
}
