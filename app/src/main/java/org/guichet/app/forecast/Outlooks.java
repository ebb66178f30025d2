package org.guichet.app.forecast;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.catalogue.Horizon;
import org.guichet.app.catalogue.PlannedPlaces;
import org.guichet.app.draw.Ranks;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Pool;
import org.guichet.app.platform.Transactions;
import org.guichet.app.registration.Wishes;
import org.guichet.core.planning.Futures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Tells people who wait what can be told. A line is read again after some minutes and not for each of them, by a thread
 * that nobody waits for: reading millions takes its time. All nodes read it as it stood at the same instant, so that
 * whoever asks here and there is told the same.
 */
@Component
public final class Outlooks implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Outlooks.class);

    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration SHOWN_MEANWHILE = Duration.ofHours(1);

    /** Who was just drawn, woke up or wishes something else is not in what was read before. */
    private static final Duration FRESH_FOR_WHOM_IT_DOES_NOT_KNOW = Duration.ofMinutes(1);

    /** How long another node may show something newer. */
    private static final Duration OTHERS_FOLLOWED_WITHIN = Duration.ofSeconds(5);

    private final Catalogues catalogues;
    private final Measures measures;
    private final ReadTimes times;
    private final Transactions transactions;
    private final Map<Pool, Seen> seen = new ConcurrentHashMap<>();
    private final ExecutorService reader =
            Executors.newSingleThreadExecutor(Thread.ofVirtual().name("outlook").factory());

    /** What was read last, when the other nodes were last asked for theirs, and whether it is being read anew. */
    private static final class Seen {
        private final AtomicBoolean reading = new AtomicBoolean();
        private volatile Instant asked = Instant.MIN;
        private volatile Optional<Outlook> last = Optional.empty();
    }

    Outlooks(Catalogues catalogues, Measures measures, ReadTimes times, Transactions transactions) {
        this.catalogues = catalogues;
        this.measures = measures;
        this.times = times;
        this.transactions = transactions;
    }

    /** For those who come together and have this rank in this pool. */
    public Told of(AuthorityId authority, String pool, Ranks.Rank rank, Horizon.Group group, Wishes wishes) {
        var line = new Pool(authority, pool);
        var now = transactions.now();
        var seen = this.seen.computeIfAbsent(line, _ -> new Seen());
        var last = seen.last.filter(it -> isWithin(SHOWN_MEANWHILE, it.at(), now));
        var told =
                last.map(it -> it.tell(rank, new Outlook.Wanted(group, wishes))).orElseGet(Told.Soon::new);
        var isUnknown = last.isPresent() && told instanceof Told.Soon;
        var fresh = isUnknown ? FRESH_FOR_WHOM_IT_DOES_NOT_KNOW : FRESH;
        if (!isWithin(OTHERS_FOLLOWED_WITHIN, seen.asked, now) && seen.reading.compareAndSet(false, true)) {
            reader.execute(() -> read(line, seen, fresh, now));
        }
        return told;
    }

    // What fails is tried again by whoever comes some seconds later: a database that only reads is asked by everybody.
    private void read(Pool line, Seen seen, Duration fresh, Instant now) {
        seen.asked = now;
        forgetOld(now);
        try {
            var agreed = times.agree(line.authority(), line.code(), now, fresh);
            if (agreed.isPresent() && !agreed.equals(seen.last.map(Outlook::at))) {
                seen.last = Optional.of(look(line.authority(), line.code(), agreed.get()));
            }
        } catch (DataAccessException | TransactionException failure) {
            LOG.warn("The line {} could not be read: {}", line.code(), failure.getMessage());
        } finally {
            seen.reading.set(false);
        }
    }

    // A line takes memory: it is kept for those who look, and not for ever because somebody looked once.
    private void forgetOld(Instant now) {
        seen.values().forEach(it -> it.last = it.last.filter(old -> isWithin(SHOWN_MEANWHILE, old.at(), now)));
    }

    private static boolean isWithin(Duration time, Instant then, Instant now) {
        return Duration.between(then, now).abs().compareTo(time) < 0;
    }

    private Outlook look(AuthorityId authority, String pool, Instant at) {
        var catalogue = catalogues.of(authority);
        var zone = catalogue.authority().zone();
        var planned = planned(authority, catalogue, pool, at);
        // The same on every node, and all day long.
        var seed = at.atZone(zone).toLocalDate().toEpochDay();
        return new Outlook(
                at,
                planned,
                measures.waiting(authority, pool, planned, at),
                measures.servedInAWeek(authority, pool, at),
                Futures.of(Limits.WEEKS_LOOKED_AHEAD, measures.experience(authority, pool, zone, at), seed));
    }

    /** Free places as far as they are made, and then those that the opening rules will make. */
    private Planned planned(AuthorityId authority, Catalogue catalogue, String pool, Instant at) {
        var zone = catalogue.authority().zone();
        var made = at.plus(Limits.PLACES_PUBLISHED_AHEAD);
        var last = at.atZone(zone).toLocalDate().plusWeeks(Limits.WEEKS_LOOKED_AHEAD);
        var places = new HashMap<>(PlannedPlaces.from(catalogue, pool, made, last));
        places.putAll(measures.free(authority, pool, at));
        var first = at.plus(Limits.OFFER_LEAD).atZone(zone).toLocalDate();
        return Planned.of(first.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), zone, places);
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
