package org.guichet.verifier;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.guichet.core.ledger.leaf.Leaf;
import org.guichet.core.ledger.leaf.PoolCode;

/** The regimes of each pool, as docs/spec/journal.md has them follow one another. */
final class RegimeCheck {
    private final Set<PoolCode> drawn = new HashSet<>();
    private final Map<PoolCode, Leaf.Regime> last = new HashMap<>();
    private final Report report;
    private long changes;

    RegimeCheck(Report report) {
        this.report = report;
    }

    /** An order of this pool was published. */
    void drawn(PoolCode pool) {
        drawn.add(pool);
    }

    void accept(long index, Leaf.Regime regime) {
        changes++;
        var before = last.put(regime.pool(), regime);
        if ((before != null && before.choice()) == regime.choice()) {
            report.wrong(Finding.at(index, "the regime of pool " + regime.pool() + " was this one already"));
        }
        if (before != null && regime.at().isBefore(before.at())) {
            report.wrong(Finding.at(
                    index,
                    "the regime of pool " + regime.pool() + " changed at " + regime.at()
                            + ", before it changed the last time"));
        }
        if (!drawn.contains(regime.pool())) {
            report.wrong(
                    Finding.at(index, "the places of pool " + regime.pool() + " are chosen before its first draw"));
        }
    }

    long changes() {
        return changes;
    }
}
