package org.guichet.app.appointment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.catalogue.Places;
import org.guichet.app.draw.TrueRanks;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Transactions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Holds the announced run of a pool, once, as soon as its time has come, and a run at once where places are added. What
 * could not be held is held as soon as it can be.
 */
@Component
public final class HoldRun {
    private static final Logger LOG = LoggerFactory.getLogger(HoldRun.class);

    private final Transactions transactions;
    private final Places places;
    private final Runs runs;
    private final Allotment allotment;
    private final RunRecords records;
    private final TrueRanks ranks;

    HoldRun(
            Transactions transactions,
            Places places,
            Runs runs,
            Allotment allotment,
            RunRecords records,
            TrueRanks ranks) {
        this.transactions = transactions;
        this.places = places;
        this.runs = runs;
        this.allotment = allotment;
        this.records = records;
        this.ranks = ranks;
    }

    public void hold(AuthorityId authority, Catalogue catalogue, Catalogue.Procedure procedure) {
        var now = transactions.now();
        var due = last(catalogue, procedure, now);
        var pool = procedure.code();
        var isDue = wasAnnounced(authority, catalogue, procedure, due, now) && !runs.wasHeld(authority, pool, due);
        if (!isDue && !runs.isOwed(authority, pool)) {
            return;
        }
        transactions.run(at -> {
            // The row of the run would wait for this lock as well, since it refers to the pool; but ranks are read
            // first.
            places.lock(authority, pool);
            if (isDue && !runs.wasHeld(authority, pool, due)) {
                hold(authority, pool, due, at);
            } else if (runs.isOwed(authority, pool)) {
                holdNow(authority, pool, at);
            }
        });
        places.recount();
    }

    // A rule that is new says nothing of the time before, but what was due by the one before it, and is not held yet.
    private boolean wasAnnounced(
            AuthorityId authority, Catalogue catalogue, Catalogue.Procedure procedure, Instant due, Instant now) {
        var pool = procedure.code();
        var before = runs.rule(authority, pool);
        if (before.filter(it -> it.times().equals(procedure.runs())).isPresent()) {
            return !due.isBefore(before.get().since());
        }
        var since = before.map(it -> {
                    var missed = last(catalogue, it.times(), now);
                    return missed.isBefore(it.since()) || runs.wasHeld(authority, pool, missed) ? now : missed;
                })
                .orElse(Instant.EPOCH);
        runs.putRule(authority, pool, new Runs.Rule(procedure.runs(), since));
        return !due.isBefore(since);
    }

    /**
     * A run between the announced ones, since places were added or are to be found again: part of the caller's
     * transaction, under the lock of the pool. Before the first draw there is nobody to give anything to.
     */
    void holdNow(AuthorityId authority, String pool, Instant now) {
        if (runs.wasDrawn(authority, pool)) {
            hold(authority, pool, runs.dueNow(authority, pool, now), now);
        }
    }

    private void hold(AuthorityId authority, String pool, Instant due, Instant now) {
        var fault = ranks.fault(authority, pool);
        if (fault.isPresent()) {
            runs.owe(authority, pool, now);
            LOG.error("The run of {} is not held: {}; see docs/operating.md", pool, fault.get());
        } else if (runs.begin(authority, pool, due, now)) {
            runs.settle(authority, pool);
            var held = allotment.give(authority, pool, now);
            var tally = held.tally();
            runs.end(authority, pool, due, tally);
            records.keep(authority, pool, due, held, now);
            LOG.info("Run of {}: {} waiting, {} free, {} served", pool, tally.line(), tally.free(), tally.served());
        }
    }

    /** The newest announced time that is not in the future. */
    static Instant last(Catalogue catalogue, Catalogue.Procedure procedure, Instant now) {
        return last(catalogue, procedure.runs(), now);
    }

    private static Instant last(Catalogue catalogue, Catalogue.Runs times, Instant now) {
        var today = now.atZone(catalogue.authority().zone()).toLocalDate();
        var day = today.with(TemporalAdjusters.previousOrSame(times.day()));
        var sameWeek = announced(catalogue, times, day);
        return sameWeek.isAfter(now) ? announced(catalogue, times, day.minusWeeks(1)) : sameWeek;
    }

    /** The next announced time. */
    public static Instant next(Catalogue catalogue, Catalogue.Procedure procedure, Instant now) {
        var day = last(catalogue, procedure, now)
                .atZone(catalogue.authority().zone())
                .toLocalDate();
        return announced(catalogue, procedure.runs(), day.plusWeeks(1));
    }

    // From its day, never from another run: a time that the clock leaps over one week is there again in the next.
    private static Instant announced(Catalogue catalogue, Catalogue.Runs times, LocalDate day) {
        return day.atTime(times.time()).atZone(catalogue.authority().zone()).toInstant();
    }
}
