package org.guichet.app.draw;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Limits;
import org.guichet.core.draw.Lot;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.Inclusion;
import org.guichet.core.ledger.Merkle;
import org.guichet.core.ledger.Nodes;
import org.springframework.stereotype.Component;

/**
 * Proves where a label stands in a published order. The roots over the parts of an order are remembered, since it never
 * changes while its draw is as it was: a proof then reads one part.
 */
@Component
final class ProvePlace {
    private record Order(AuthorityId authority, Drawing drawing) {}

    /** Leads from a label to the root of the order. */
    record Proof(Inclusion inclusion, Hash root) {}

    private final OrderParts parts;
    private final ReentrantLock reading = new ReentrantLock();
    // The order asked for last is the last to be forgotten.
    private final Map<Order, List<Hash>> roots = new LinkedHashMap<>(16, 0.75f, true);

    ProvePlace(OrderParts parts) {
        this.parts = parts;
    }

    /** Of the label that stands there, counted from 1; empty where the order is another one by now. */
    Optional<Proof> prove(AuthorityId authority, Drawing drawing, int position) {
        var order = new Order(authority, drawing);
        return prove(order, known(order).orElseGet(() -> read(order)), position - 1);
    }

    private Optional<Proof> prove(Order order, List<Hash> roots, int index) {
        var part = index / Limits.LOTS_IN_PART;
        var leaves = leaves(parts.part(order.authority, order.drawing, part));
        if (!Merkle.root(leaves).equals(roots.get(part))) {
            forget(order);
            return Optional.empty();
        }
        var below = Inclusion.prove(index % Limits.LOTS_IN_PART, leaves.size(), Nodes.of(leaves));
        var above = Inclusion.prove(part, roots.size(), Nodes.of(roots));
        var path = Stream.concat(below.path().stream(), above.path().stream()).toList();
        return Optional.of(new Proof(new Inclusion(index, order.drawing.lots(), path), Merkle.root(roots)));
    }

    /** One order at a time, and each once. */
    private List<Hash> read(Order order) {
        await();
        try {
            return known(order).orElseGet(() -> {
                var roots = new ArrayList<Hash>();
                parts.each(order.authority, order.drawing, lots -> roots.add(Merkle.root(leaves(lots))));
                remember(order, List.copyOf(roots));
                return roots;
            });
        } finally {
            reading.unlock();
        }
    }

    private static List<Hash> leaves(List<Lot> lots) {
        return lots.stream().map(it -> Merkle.leaf(it.label().text())).toList();
    }

    private Optional<List<Hash>> known(Order order) {
        synchronized (roots) {
            return Optional.ofNullable(roots.get(order));
        }
    }

    private void forget(Order order) {
        synchronized (roots) {
            roots.remove(order);
        }
    }

    private void remember(Order order, List<Hash> found) {
        synchronized (roots) {
            roots.put(order, found);
            var kept = roots.values().stream().mapToInt(List::size).sum();
            for (var oldest = roots.values().iterator(); kept > Limits.PARTS_REMEMBERED_MAX; oldest.remove()) {
                kept -= oldest.next().size();
            }
        }
    }

    private void await() {
        try {
            if (!reading.tryLock(Limits.PARTS_READ_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new RejectedExecutionException("Another order is still being read");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new RejectedExecutionException(stopped);
        }
    }
}
