package org.guichet.verifier;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.leaf.Leaf;
import org.guichet.core.ledger.leaf.PoolCode;

/** The runs of each pool, which must follow one another (docs/spec/journal.md). */
final class RunSeries {
    private final Report report;
    private final Map<PoolCode, Cohort.Placed<Leaf.Allotment>> latest = new HashMap<>();
    private final Map<Hash, Cohort.Placed<Leaf.Allotment>> byInput = new HashMap<>();
    private long count;

    RunSeries(Report report) {
        this.report = report;
    }

    long count() {
        return count;
    }

    /** The latest run of a pool so far. */
    Optional<Cohort.Placed<Leaf.Allotment>> latest(PoolCode pool) {
        return Optional.ofNullable(latest.get(pool));
    }

    /** The run that commits to this input. */
    Optional<Cohort.Placed<Leaf.Allotment>> with(Hash input) {
        return Optional.ofNullable(byInput.get(input));
    }

    void accept(long index, Leaf.Allotment run) {
        count++;
        var placed = new Cohort.Placed<>(index, run);
        byInput.putIfAbsent(run.input(), placed);
        var earlier = Optional.ofNullable(latest.put(run.pool(), placed));
        var number = earlier.map(it -> it.leaf().run()).orElse(0L) + 1;
        if (run.run() != number) {
            report.wrong(Finding.at(
                    index,
                    "the run of pool " + run.pool() + " has the number " + run.run() + ", but the next one is "
                            + number));
        }
        if (earlier.filter(it -> run.at().isBefore(it.leaf().at())).isPresent()) {
            report.wrong(Finding.at(index, "the run of pool " + run.pool() + " was held before the one before it"));
        }
        var tally = run.tally();
        if (tally.served() > Math.min(tally.line(), tally.free())) {
            report.wrong(Finding.at(
                    index,
                    "the run of pool " + run.pool() + " served " + tally.served() + " of " + tally.line()
                            + " requests with " + tally.free() + " free places"));
        }
    }
}
