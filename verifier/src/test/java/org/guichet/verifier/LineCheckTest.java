package org.guichet.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.guichet.core.allot.Input;
import org.guichet.core.allot.Place;
import org.guichet.core.allot.Quotas;
import org.guichet.core.allot.Stock;
import org.guichet.core.allot.TieredDictatorship;
import org.guichet.core.allot.Together;
import org.guichet.core.allot.Turn;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.leaf.Commitment;
import org.guichet.core.ledger.leaf.Leaf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The record of a run, and the journal in which its line was drawn. */
final class LineCheckTest {
    private static final byte[] SALT = new byte[Commitment.SALT_BYTES];
    private static final int RUN = 10;

    @TempDir
    private Path folder;

    private final List<Leaf> leaves = Story.leaves();

    @Test
    void a_line_in_the_order_that_was_drawn_is_what_the_journal_commits_to() throws IOException {
        publish(drawn());
        assertThat(verify(0))
                .contains("Leaf 10 commits to this record: it is run 1 of pool paris-cre-charcot")
                .contains("in the line of the run in the order of the published draws: 5.")
                .contains("That everybody who waited is in the record", "Who has precedence")
                .doesNotContain("it was taken from the record. Name the journal", "stand behind others");
    }

    @Test
    void whoever_was_put_in_front_is_seen_by_all_who_stand_behind() throws IOException {
        var line = drawn();
        line.addFirst(line.remove(2));
        publish(line);
        assertThat(verify(0))
                .contains("in the order of the published draws: 1.")
                .contains("Why 4 requests in the line stand behind others who were drawn after them");
    }

    @Test
    void whoever_missed_an_appointment_stands_at_the_end_and_is_counted() throws IOException {
        var line = drawn();
        line.addLast(line.remove(2));
        publish(line);
        assertThat(verify(0)).contains("of the published draws: 4.").contains("Why 1 requests in the line");
    }

    @Test
    void whoever_was_never_drawn_is_named() throws IOException {
        var line = drawn();
        line.set(4, Story.label(1000).hex());
        publish(line);
        assertThat(verify(1))
                .contains("Leaf 10: 1 requests in the line of the run are in no order that was drawn before it; the"
                        + " first is " + Story.label(1000).hex() + ".")
                .contains("Something is wrong with this journal or run.");
    }

    @Test
    void a_run_before_its_draw_is_named() throws IOException {
        publish(drawn());
        Collections.rotate(leaves.subList(Story.ORDER, RUN + 1), 1);
        new TestJournal(folder.resolve("journal")).publish(leaves);
        assertThat(verify(1)).contains("Leaf 9: 5 requests in the line of the run are in no order that was drawn");
    }

    @Test
    void a_record_that_the_journal_does_not_commit_to_is_named() throws IOException {
        publish(drawn());
        Files.writeString(folder.resolve("salt"), "1".repeat(64));
        assertThat(verify(1)).contains("no run of this journal is committed to this record.");
        Files.delete(folder.resolve("salt"));
        assertThat(verify(0)).contains("the salt of the record is needed", "it was taken from the record. Name");
    }

    @Test
    void a_leaf_that_counts_otherwise_is_named() throws IOException {
        publish(drawn());
        var run = (Leaf.Allotment) leaves.get(RUN);
        leaves.set(
                RUN,
                new Leaf.Allotment(
                        run.pool(), run.run(), run.at(), new Leaf.Tally(5, 3, 2), run.input(), run.outcome()));
        new TestJournal(folder.resolve("journal")).publish(leaves);
        assertThat(verify(1)).contains("Leaf 10: the run counts otherwise than the record it commits to.");
    }

    private static List<String> drawn() {
        var seal = (Leaf.Seal) Story.leaves().get(Story.SEAL);
        var order = Story.order(seal, Story.CHAIN.round(Story.ROUND), Story.CHAIN.chain(), Story.labels(5));
        return new ArrayList<>(order.stream().map(it -> it.label().hex()).toList());
    }

    /** Two places and this line, as the record and in the journal. */
    private void publish(List<String> line) throws IOException {
        var start = Story.CLOSES.plusSeconds(864_000);
        var stock = Stock.of(IntStream.of(1, 2)
                .mapToObj(it -> new Place(it, "charcot", it, start, start.plusSeconds(1800), LocalDate.of(2021, 4, 22)))
                .toList());
        var anything = stock.anything();
        var turns = line.stream()
                .map(it -> new Turn(it, 1, Together.SAME_DAY, 0, anything, anything))
                .toList();
        var input = new Input(stock, Quotas.none(stock), turns);
        var outcome = TieredDictatorship.allot(input).text();
        Files.writeString(folder.resolve("input"), input.text());
        Files.writeString(folder.resolve("outcome"), outcome);
        Files.writeString(folder.resolve("salt"), HexFormat.of().formatHex(SALT) + "\n");
        var tally = new Leaf.Tally(line.size(), 2, 2);
        leaves.set(
                RUN,
                new Leaf.Allotment(
                        Story.POOL, 1, Story.CLOSES.plusSeconds(7200), tally, code(input.text()), code(outcome)));
        new TestJournal(folder.resolve("journal")).publish(leaves);
    }

    private static Hash code(String text) {
        return Commitment.of(text.substring(0, text.indexOf('\n')), SALT, text.getBytes(UTF_8));
    }

    private String verify(int exitCode) {
        var run = Run.of(folder.resolve("journal"), "--run", folder);
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
        return run.out();
    }
}
