package org.guichet.app.forecast;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.catalogue.PlannedPlaces;
import org.guichet.app.draw.Ranks;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Transactions;
import org.guichet.core.planning.Forecast;
import org.guichet.core.planning.Week;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Tells people who wait what can be told; each line is looked at again after some minutes, not for each of them. */
@Component
public final class Outlooks {
    private static final Logger LOG = LoggerFactory.getLogger(Outlooks.class);

    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final Duration SHOWN_MEANWHILE = Duration.ofHours(1);

    private record Line(AuthorityId authority, String pool) {}

    private final Catalogues catalogues;
    private final Measures measures;
    private final Transactions transactions;
    private final Map<Line, Seen> seen = new ConcurrentHashMap<>();

    /** What was seen last, and whether somebody is looking anew. */
    private static final class Seen {
        private final ReentrantLock looking = new ReentrantLock();
        private volatile Optional<Outlook> last = Optional.empty();
    }

    Outlooks(Catalogues catalogues, Measures measures, Transactions transactions) {
        this.catalogues = catalogues;
        this.measures = measures;
        this.transactions = transactions;
    }

    /** For a request of so many persons that has this rank in this pool. */
    public Told of(AuthorityId authority, String pool, Ranks.Rank rank, int persons) {
        return line(new Line(authority, pool)).tell(rank, persons);
    }

    // Looking at a long line takes its time, and nobody waits for it who can be told what was seen a little earlier.
    private Outlook line(Line line) {
        var now = transactions.now();
        var seen = this.seen.computeIfAbsent(line, _ -> new Seen());
        var last = seen.last.filter(it -> isWithin(SHOWN_MEANWHILE, it, now));
        if (last.isEmpty()) {
            return lookAnew(line, seen, now);
        }
        if (!isWithin(FRESH, last.get(), now) && !seen.looking.isLocked()) {
            Thread.ofVirtual().name("outlook").start(() -> tryToLookAnew(line, seen, now));
        }
        return last.get();
    }

    // Whoever comes next tries again.
    private void tryToLookAnew(Line line, Seen seen, Instant now) {
        try {
            lookAnew(line, seen, now);
        } catch (DataAccessException | TransactionException failure) {
            LOG.warn("The line {} could not be looked at: {}", line.pool, failure.getMessage());
        }
    }

    private Outlook lookAnew(Line line, Seen seen, Instant now) {
        seen.looking.lock();
        try {
            if (seen.last.filter(it -> isWithin(FRESH, it, now)).isEmpty()) {
                seen.last = Optional.of(look(line.authority, line.pool, now));
            }
            return seen.last.orElseThrow();
        } finally {
            seen.looking.unlock();
        }
    }

    private static boolean isWithin(Duration time, Outlook last, Instant now) {
        return Duration.between(last.at(), now).abs().compareTo(time) < 0;
    }

    private Outlook look(AuthorityId authority, String pool, Instant now) {
        var catalogue = catalogues.of(authority);
        var zone = catalogue.authority().zone();
        var weeks = weeks(authority, catalogue, pool, now);
        // The same on every node, and all day long.
        var seed = now.atZone(zone).toLocalDate().toEpochDay();
        return new Outlook(
                now,
                measures.waiting(authority, pool),
                measures.servedInAWeek(authority, pool, now),
                Forecast.of(weeks, measures.experience(authority, pool, zone, now), seed));
    }

    /** Free places as far as they are made, and then those that the opening rules will make. */
    private List<Week> weeks(AuthorityId authority, Catalogue catalogue, String pool, Instant now) {
        var zone = catalogue.authority().zone();
        var first = now.plus(Limits.OFFER_LEAD);
        var made = now.plus(Limits.PLACES_PUBLISHED_AHEAD);
        var free = measures.free(authority, pool, zone, now);
        var planned = PlannedPlaces.byWeek(
                catalogue, pool, made, now.atZone(zone).toLocalDate().plusWeeks(Limits.WEEKS_LOOKED_AHEAD));
        var weeks = new ArrayList<Week>();
        var monday = monday(first.atZone(zone).toLocalDate());
        for (var week = 0; week < Limits.WEEKS_LOOKED_AHEAD; week++) {
            weeks.add(new Week(monday, free.getOrDefault(monday, 0) + planned.getOrDefault(monday, 0)));
            monday = monday.plusWeeks(1);
        }
        return weeks;
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
