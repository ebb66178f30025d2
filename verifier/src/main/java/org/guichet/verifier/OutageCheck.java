package org.guichet.verifier;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.guichet.core.ledger.leaf.Leaf;

/** The outages of the service, as docs/spec/journal.md has them follow one another. */
final class OutageCheck {
    private final Report report;
    private Instant last = Instant.MIN;
    private Duration whole = Duration.ZERO;
    private long count;

    OutageCheck(Report report) {
        this.report = report;
    }

    void accept(long index, Leaf.Outage outage) {
        if (!outage.from().isBefore(outage.until())) {
            report.wrong(Finding.at(index, "the outage ends at " + outage.until() + ", not after it began"));
            return;
        }
        if (outage.from().isBefore(last)) {
            report.wrong(Finding.at(index, "the outage begins at " + outage.from() + ", before the last one ended"));
        }
        last = outage.until();
        whole = whole.plus(Duration.between(outage.from(), outage.until()));
        count++;
    }

    Optional<String> summary() {
        return count == 0
                ? Optional.empty()
                : Optional.of("Outages, one after the other, by which deadlines moved: " + count + ", of "
                        + whole.toMinutes() + " minutes in all.");
    }
}
