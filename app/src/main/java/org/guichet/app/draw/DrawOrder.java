package org.guichet.app.draw;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.guichet.app.ledger.Journal;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Transactions;
import org.guichet.app.registration.Requests;
import org.guichet.app.window.Window;
import org.guichet.core.beacon.Announced;
import org.guichet.core.beacon.Chain;
import org.guichet.core.beacon.Round;
import org.guichet.core.draw.Draw;
import org.guichet.core.draw.Lot;
import org.guichet.core.ledger.leaf.Leaf;
import org.guichet.core.ledger.leaf.WindowId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Orders a sealed list by the announced round, gives ranks, and writes to everybody. */
@Component
public final class DrawOrder {
    private static final Logger LOG = LoggerFactory.getLogger(DrawOrder.class);

    private record Lost(WindowId window, Announced announced) {}

    private final Transactions transactions;
    private final Requests requests;
    private final Drawings drawings;
    private final NewOrder order;
    private final DecidingRound deciding;
    private final Journal journal;
    // What was said already.
    private final Set<Lost> lost = ConcurrentHashMap.newKeySet();

    DrawOrder(
            Transactions transactions,
            Requests requests,
            Drawings drawings,
            NewOrder order,
            DecidingRound deciding,
            Journal journal) {
        this.transactions = transactions;
        this.requests = requests;
        this.drawings = drawings;
        this.order = order;
        this.deciding = deciding;
        this.journal = journal;
    }

    Chain chain() {
        return deciding.chain();
    }

    /**
     * Does nothing before a round is known that enough witnesses saw the list before, or without a valid signature: it
     * is tried again.
     */
    public void draw(AuthorityId authority, Drawing drawing, Window window) {
        var announced = drawing.announced(window);
        deciding.of(authority, drawing, announced).ifPresent(round -> decide(authority, drawing, round));
        if (deciding.isLost(authority, drawing, announced) && lost.add(new Lost(drawing.id(), announced))) {
            LOG.error(
                    "Too few witnesses saw the list of {} before its rounds; {} (docs/operating.md)",
                    drawing.id(),
                    drawing.voided().isEmpty() ? "its draw has to be voided" : "it was voided already");
        }
    }

    /**
     * Draws with the signature of an announced round, wherever it comes from: it proves itself, or changes nothing.
     * False if it is wrong, or if too few witnesses saw the list before it.
     */
    public boolean decide(AuthorityId authority, Drawing drawing, Round round) {
        if (!deciding.isWitnessed(authority, drawing, round.number())) {
            LOG.error("Too few witnesses saw the list of {} before round {}", drawing.id(), round.number());
            return false;
        }
        return switch (round.check(deciding.chain())) {
            case Round.Outcome.Valid(var randomness) -> {
                var lots = Draw.order(
                        drawing.leaf().getBytes(StandardCharsets.UTF_8),
                        randomness.bytes(),
                        transactions.of(_ -> requests.labels(authority, drawing.pool(), drawing.window())));
                transactions.run(now -> publish(authority, drawing, round, lots, now));
                yield true;
            }
            case Round.Outcome.Refused(var reason) -> {
                LOG.error("Round {} is refused: {}", round.number(), reason.sentence());
                yield false;
            }
        };
    }

    private void publish(AuthorityId authority, Drawing drawing, Round round, List<Lot> lots, Instant now) {
        if (!drawings.drawn(authority, drawing, round, now)) {
            return;
        }
        journal.append(authority, new Leaf.Beacon(drawing.id(), round));
        journal.append(authority, new Leaf.Order(drawing.id(), lots.size(), Draw.root(lots)));
        order.add(authority, drawing, lots);
        order.tell(authority, drawing, now);
    }
}
