package org.guichet.verifier;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guichet.core.allot.Turn;
import org.guichet.core.draw.Lot;
import org.guichet.core.ledger.leaf.Leaf;

/** Holds the record of a run against the journal: the leaf that commits to it, and the draws that made its line. */
final class LineCheck {
    private final Cohort.Placed<Leaf.Allotment> run;
    private final List<String> line;
    private final Map<String, Drawn> drawn;
    private final Report report;

    private LineCheck(Cohort.Placed<Leaf.Allotment> run, List<String> line, Report report) {
        this.run = run;
        this.line = line;
        this.report = report;
        drawn = HashMap.newHashMap(line.size());
        line.forEach(label -> drawn.put(label, Drawn.NOT));
    }

    /** Where a request was drawn. */
    private record Drawn(long window, int place) implements Comparable<Drawn> {
        static final Drawn NOT = new Drawn(0, 0);

        @Override
        public int compareTo(Drawn other) {
            return Comparator.comparingLong(Drawn::window)
                    .thenComparingInt(Drawn::place)
                    .compare(this, other);
        }
    }

    /** Empty where no leaf commits to the record, or its salt is not there. */
    static Optional<LineCheck> of(RunRecord record, RunSeries runs, Report report) {
        return record.codes().flatMap(codes -> {
            var run = runs.with(codes.input()).filter(it -> it.leaf().outcome().equals(codes.outcome()));
            run.ifPresentOrElse(
                    it -> committed(it, record, report),
                    () -> report.wrong(Finding.of("no run of this journal is committed to this record")));
            var line = record.input().line().stream().map(Turn::label).toList();
            return run.map(it -> new LineCheck(it, line, report));
        });
    }

    private static void committed(Cohort.Placed<Leaf.Allotment> run, RunRecord record, Report report) {
        var leaf = run.leaf();
        var tally = new Leaf.Tally(
                record.input().line().size(),
                record.input().stock().places().size(),
                record.outcome().given().size());
        if (leaf.tally().equals(tally)) {
            report.checked("Leaf " + run.index() + " commits to this record: it is run " + leaf.run() + " of pool "
                    + leaf.pool() + ", held at " + leaf.at() + ".");
        } else {
            report.wrong(Finding.at(run.index(), "the run counts otherwise than the record it commits to"));
        }
    }

    /** Takes in an order that was run again. */
    void add(Cohort cohort, List<Lot> order) {
        if (cohort.id().pool().equals(run.leaf().pool())
                && cohort.order().filter(it -> it.index() < run.index()).isPresent()) {
            for (var i = 0; i < order.size(); i++) {
                var place = new Drawn(cohort.id().number(), i + 1);
                drawn.computeIfPresent(order.get(i).label().hex(), (_, _) -> place);
            }
        }
    }

    /** Compares the line with all orders that were taken in. */
    void compare() {
        var places = line.stream().collect(Collectors.partitioningBy(it -> !Drawn.NOT.equals(drawn.get(it))));
        var strangers = places.getOrDefault(false, List.of());
        if (!strangers.isEmpty()) {
            report.wrong(Finding.at(
                    run.index(),
                    strangers.size() + " requests in the line of the run are in no order that was drawn before it; the"
                            + " first is " + strangers.getFirst()));
        }
        var known = places.getOrDefault(true, List.of());
        var moved = moved(known);
        report.checked("So many requests stand in the line of the run in the order of the published draws: "
                + (known.size() - moved) + ".");
        if (moved > 0) {
            report.unchecked("Why " + moved + " requests in the line stand behind others who were drawn after them:"
                    + " whoever misses an appointment goes to the end of a cohort, and the journal does not say who.");
        }
    }

    /**
     * How many were put at the end of a cohort, at the least: whoever stands behind somebody drawn later, and after
     * that everybody who was not drawn in a later window.
     */
    private int moved(List<String> labels) {
        var moved = 0;
        var last = Drawn.NOT;
        var atTheEnd = false;
        for (var label : labels) {
            var place = drawn.getOrDefault(label, Drawn.NOT);
            atTheEnd = place.window() <= last.window() && (atTheEnd || place.compareTo(last) < 0);
            moved += atTheEnd ? 1 : 0;
            last = place.compareTo(last) > 0 ? place : last;
        }
        return moved;
    }
}
