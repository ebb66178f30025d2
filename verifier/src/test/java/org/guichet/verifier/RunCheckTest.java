package org.guichet.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.guichet.core.allot.Input;
import org.guichet.core.allot.Place;
import org.guichet.core.allot.Quotas;
import org.guichet.core.allot.Stock;
import org.guichet.core.allot.TieredDictatorship;
import org.guichet.core.allot.Together;
import org.guichet.core.allot.Turn;
import org.guichet.core.allot.WhyNot;
import org.guichet.core.ledger.leaf.Leaf;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two places at nine, and three who want one. */
final class RunCheckTest {
    private static final Instant NINE = Instant.parse("2021-04-22T07:00:00Z");

    @TempDir
    private Path folder;

    @BeforeEach
    void record() throws IOException {
        var stock = Stock.of(List.of(place(1), place(2)));
        var anything = stock.anything();
        var input = new Input(
                stock,
                Quotas.none(stock),
                List.of("amina", "karim", "lan").stream()
                        .map(it -> new Turn(it, 1, Together.SAME_DAY, 0, anything, anything))
                        .toList());
        var outcome = TieredDictatorship.allot(input);
        write("input", input.text());
        write("outcome", outcome.text());
        write(
                "lan.refusal",
                new WhyNot(input, outcome).refusal("lan").orElseThrow().text());
    }

    @Test
    void a_run_is_held_again_and_its_refusals_are_true() throws IOException {
        assertThat(verify(0))
                .contains("requests: 3", "served: 2", "place for place", "The refusal of lan is true if the record is")
                .contains("the salt of the record is needed")
                .contains("That the line stands in the order that was drawn: it was taken from the record.")
                .contains("every place that was free: they were taken from it.")
                .contains("Who has precedence, and how many places of each week may go to them: both were taken");
        write("salt", "0".repeat(64) + "\n");
        assertThat(verify(0)).containsPattern("input: [0-9a-f]{64}").contains("look for them there");
    }

    @Test
    void an_outcome_that_somebody_edited_is_named() throws IOException {
        var outcome = Files.readString(folder.resolve("outcome"));
        write("outcome", outcome.replace("given karim", "given lan"));
        assertThat(verify(1)).contains("comes out otherwise than it is recorded", "lan.refusal is not true");
        write("outcome", outcome.replaceFirst("preferred line 2\n", "preferred line 1\n"));
        assertThat(verify(1)).contains("the outcome is impossible");
    }

    @Test
    void what_is_no_record_ends_in_2() throws IOException {
        write("salt", "nonsense");
        assertThat(verify(2)).contains("The file salt is not 64");
        write("input", "<!doctype html>\n");
        assertThat(verify(2)).contains("This is no record of a run, since the first line is not");
        Files.delete(folder.resolve("input"));
        assertThat(verify(2)).contains("cannot be read");
        assertThat(Run.of("--run", folder, "--label", "0".repeat(64)).err()).contains("--run goes with --json only");
    }

    @Test
    void runs_of_a_journal_that_skip_a_number_go_back_or_serve_more_than_there_was_are_named() {
        var leaves = Story.leaves();
        var run = (Leaf.Allotment) leaves.get(10);
        leaves.add(new Leaf.Allotment(
                run.pool(), 3, run.at().minusSeconds(1), new Leaf.Tally(2, 5, 3), run.input(), run.outcome()));
        var journal = Run.of(new TestJournal(folder).publish(leaves).folder());
        assertThat(journal.exitCode()).isEqualTo(1);
        assertThat(journal.out())
                .contains("Leaf 14: the run of pool paris-cre-charcot has the number 3, but the next one is 2.")
                .contains("Leaf 14: the run of pool paris-cre-charcot was held before the one before it.")
                .contains("Leaf 14: the run of pool paris-cre-charcot served 3 of 2 requests with 5 free places.");
    }

    private static Place place(int counter) {
        return new Place(counter, "charcot", counter, NINE, NINE.plusSeconds(1800), LocalDate.of(2021, 4, 22));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private String verify(int exitCode) {
        var run = Run.of("--run", folder);
        assertThat(run.exitCode()).as(run.out() + run.err()).isEqualTo(exitCode);
        return run.out();
    }
}
