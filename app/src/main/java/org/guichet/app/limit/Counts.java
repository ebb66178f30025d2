package org.guichet.app.limit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Limits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Counts in the memory of this node, since a row that everybody writes would hold up a rush, and tells the table once a
 * second: so nodes together let pass what comes in a second more than the bound. Targets seen once or twice stay here;
 * almost everybody is one of them.
 */
@Component
final class Counts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Counts.class);
    private static final int TOLD_FROM = 3;

    private record Key(AuthorityId authority, Tally.Target target) {}

    private final Tally tally;
    private final Map<Key, Counter> counters = new ConcurrentHashMap<>();
    private final AtomicLong toldAt = new AtomicLong(System.nanoTime());

    Counts(Tally tally) {
        this.tally = tally;
    }

    /** Counts one more in the span that began at {@code since}; answers how many there are, as far as is known. */
    int add(AuthorityId authority, Tally.Target target, Instant since) {
        var count = counters.computeIfAbsent(new Key(authority, target), _ -> new Counter())
                .add(since);
        var before = toldAt.get();
        var now = System.nanoTime();
        if (now - before > Limits.COUNTS_TOLD_EVERY.toNanos() && toldAt.compareAndSet(before, now)) {
            Thread.startVirtualThread(this::tell);
        }
        return count;
    }

    /** How many there are in the span that began at {@code since}, as far as is known. */
    int seen(AuthorityId authority, Tally.Target target, Instant since) {
        var counter = counters.get(new Key(authority, target));
        return counter == null ? 0 : counter.in(since);
    }

    /** Tells the table what was counted here, and hears what all nodes counted. */
    void tell() {
        counters.keySet().stream().map(Key::authority).distinct().forEach(this::tell);
        if (counters.size() > Limits.COUNTED_IN_MEMORY_MAX) {
            counters.values().removeIf(Counter::isFew);
        }
        if (counters.size() > Limits.COUNTED_IN_MEMORY_MAX) {
            forget();
        }
    }

    /** The table remembers what it was told. */
    void forget() {
        counters.clear();
    }

    private void tell(AuthorityId authority) {
        var own = new ArrayList<Tally.Count>();
        counters.forEach((key, counter) -> {
            if (key.authority.equals(authority)) {
                counter.take(key.target).ifPresent(own::add);
            }
        });
        if (own.isEmpty()) {
            return;
        }
        try {
            var totals = tally.add(authority, List.copyOf(own));
            totals.forEach((target, total) -> counter(authority, target).know(total));
        } catch (DataAccessException | TransactionException outage) {
            LOG.warn("What was counted is told later: the database does not answer");
            own.forEach(it -> counter(authority, it.target()).giveBack(it));
        }
    }

    private Counter counter(AuthorityId authority, Tally.Target target) {
        return counters.computeIfAbsent(new Key(authority, target), _ -> new Counter());
    }

    @Override
    public void close() {
        tell();
    }

    /** One target: what all nodes had counted when they were last heard of, and what came here since. */
    private static final class Counter {
        private Instant since = Instant.MIN;
        private int known;
        private int own;

        synchronized int add(Instant span) {
            if (span.isAfter(since)) {
                since = span;
                known = 0;
                own = 0;
            }
            own++;
            return known + own;
        }

        synchronized int in(Instant span) {
            return span.equals(since) ? known + own : 0;
        }

        synchronized Optional<Tally.Count> take(Tally.Target target) {
            if (own == 0 || known + own < TOLD_FROM) {
                return Optional.empty();
            }
            var taken = new Tally.Count(target, since, own);
            known += own;
            own = 0;
            return Optional.of(taken);
        }

        synchronized void know(Tally.Count total) {
            if (total.since().equals(since)) {
                known = total.count();
            }
        }

        synchronized void giveBack(Tally.Count count) {
            if (count.since().equals(since)) {
                known -= count.count();
                own += count.count();
            }
        }

        synchronized boolean isFew() {
            return known + own < TOLD_FROM;
        }
    }
}
