package org.guichet.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.guichet.core.ledger.leaf.EventKind;
import org.guichet.core.ledger.leaf.Leaf;
import org.guichet.core.ledger.note.Checkpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A journal seen a second time may only have grown. */
final class MemoryTest {
    @TempDir
    private Path folder;

    @TempDir
    private Path elsewhere;

    private Path memory;
    private List<Leaf> leaves;

    @BeforeEach
    void seen_once() {
        memory = elsewhere.resolve("memory");
        leaves = Story.drawn(600);
        new TestJournal(folder).publish(leaves);
        assertThat(Run.of(folder, "--remember", memory).exitCode()).isZero();
    }

    @Test
    void a_journal_that_did_not_change_holds() {
        var run = Run.of(folder, "--remember", memory);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("The journal begins with the 605 leaves it had last time.");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 162, 163, 164, 500})
    void a_journal_that_grew_holds_and_is_remembered_in_its_new_size(int more) {
        new TestJournal(folder).publish(grown(more));
        var run = Run.of(folder, "--remember", memory);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("The journal begins with the 605 leaves it had last time.");
        assertThat(Run.of(folder, "--remember", memory).out())
                .contains("The journal begins with the " + (605 + more) + " leaves it had last time.");
    }

    @Test
    void an_old_checkpoint_shown_again_is_named_and_the_newer_one_stays_remembered() throws IOException {
        var before = new TestJournal(folder).read("checkpoint");
        new TestJournal(folder).publish(grown(10));
        Run.of(folder, "--remember", memory);
        var remembered = Files.readString(memory);
        new TestJournal(folder).write("checkpoint", before);
        var run = Run.of(folder, "--remember", memory);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("the checkpoint is an old one: last time the journal had 615 leaves");
        assertThat(Files.readString(memory)).isEqualTo(remembered);
    }

    @Test
    void a_forked_history_is_named_with_both_roots() throws IOException {
        var remembered = Files.readString(memory);
        var forked = new ArrayList<>(grown(10));
        forked.set(300, new Leaf.Request(Story.FIRST, Story.label(4711)));
        var journal = new TestJournal(folder).publish(forked);
        var run = Run.of(folder, "--remember", memory);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("the journal has two histories: its first 605 leaves now have the root "
                        + journal.root(forked.subList(0, 605)) + ", but last time it signed " + journal.root(leaves));
        assertThat(Files.readString(memory)).isEqualTo(remembered);
    }

    @Test
    void the_key_is_remembered_so_that_the_site_cannot_exchange_it() {
        var other = TestJournal.key(TestJournal.ORIGIN, 2);
        var journal = new TestJournal(folder);
        journal.write("key", (other.verifier().text() + "\n").getBytes(UTF_8));
        assertThat(Run.of(folder, "--remember", memory).out()).contains("key trust: remembered");
        journal.sign(new Checkpoint(TestJournal.ORIGIN, 605, journal.root(leaves)), other);
        assertThat(Run.of(folder, "--remember", memory).out()).contains("no known key signed it");
        assertThat(Run.of(folder).exitCode()).isZero();
    }

    @Test
    void a_checkpoint_that_is_not_trusted_is_not_remembered() throws IOException {
        var remembered = Files.readString(memory);
        var larger = grown(10);
        var journal = new TestJournal(folder).publish(larger);
        journal.sign(
                new Checkpoint(TestJournal.ORIGIN, 615, journal.root(larger)), TestJournal.key(TestJournal.ORIGIN, 2));
        assertThat(Run.of(folder, "--remember", memory).exitCode()).isEqualTo(1);
        assertThat(Files.readString(memory)).isEqualTo(remembered);
    }

    @Test
    void a_damaged_memory_is_not_taken_for_none() throws IOException {
        Files.writeString(memory, "nothing\n");
        var run = Run.of(folder, "--remember", memory);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("remembers no checkpoint");
    }

    @Test
    void nothing_is_left_beside_the_memory() throws IOException {
        try (var files = Files.list(elsewhere)) {
            assertThat(files).containsExactly(memory);
        }
    }

    private List<Leaf> grown(int more) {
        var grown = new ArrayList<>(leaves);
        for (var i = 0; i < more; i++) {
            grown.add(new Leaf.Event(EventKind.DEPOSIT, Story.POOL, Story.hash("deposit " + i)));
        }
        return grown;
    }
}
