package org.guichet.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.guichet.core.ledger.leaf.Leaf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutageCheckTest {
    @TempDir
    private Path folder;

    @Test
    void outages_that_follow_one_another_are_counted() {
        var run = runWith(
                new Leaf.Outage(Story.CLOSES, Story.CLOSES.plusSeconds(3_600)),
                new Leaf.Outage(Story.CLOSES.plusSeconds(3_600), Story.CLOSES.plusSeconds(3_900)));
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("by which deadlines moved: 2, of 65 minutes in all.");
    }

    @Test
    void outages_that_overlap_or_end_before_they_begin_are_named() {
        var run = runWith(
                new Leaf.Outage(Story.OPENS, Story.CLOSES),
                new Leaf.Outage(Story.CLOSES.minusSeconds(1), Story.CLOSES.plusSeconds(1)),
                new Leaf.Outage(Story.CLOSES.plusSeconds(2), Story.CLOSES.plusSeconds(2)));
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains(
                        "Leaf 15: the outage begins at 2021-04-11T21:59:59Z, before the last one ended.",
                        "Leaf 16: the outage ends at 2021-04-11T22:00:02Z, not after it began.");
    }

    private Run runWith(Leaf... outages) {
        var leaves = Story.leaves();
        leaves.addAll(Arrays.asList(outages));
        return Run.of(new TestJournal(folder).publish(leaves).folder());
    }
}
