package org.guichet.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import org.guichet.core.ledger.Tile;
import org.guichet.core.ledger.leaf.EventKind;
import org.guichet.core.ledger.leaf.Leaf;
import org.guichet.core.ledger.note.Checkpoint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the files of a journal hold, damaged one at a time: 605 leaves are two full bundles and a partial one. */
final class TreeTest {
    private static final int REQUESTS = 600;
    private static final int SIZE = REQUESTS + 5;

    @TempDir
    private Path folder;

    private TestJournal journal;

    @BeforeEach
    void publish() {
        journal = new TestJournal(folder).publish(Story.drawn(REQUESTS));
    }

    @Test
    void the_journal_holds_as_published() {
        assertThat(Run.of(folder).exitCode()).isZero();
    }

    @Test
    void a_flipped_bit_in_an_entry_is_named_by_its_leaf() {
        // The last digit of the label of leaf 256, the first of its bundle.
        flip("tile/entries/001", 2 + "guichet.org/request@v1\npool paris-cre-charcot\nwindow 1\nlabel ".length() + 63);
        assertIsWrong("Leaf 256: the entry does not have the hash that the tile tile/0/001 says.");
        assertIsWrong("the entries have the root");
    }

    @Test
    void a_flipped_bit_in_a_tile_is_named_by_its_leaf_and_tile() {
        flip("tile/0/001", 32 * 5);
        assertIsWrong("Leaf 261: the entry does not have the hash that the tile tile/0/001 says.");
    }

    @Test
    void a_flipped_bit_in_a_higher_tile_is_named() {
        flip("tile/1/000.p/2", 40);
        assertIsWrong("the tile tile/1/000.p/2 does not hold the hashes of the entries.");
    }

    @Test
    void a_truncated_tile_is_named() {
        truncate("tile/0/001", 8000);
        assertIsWrong("Leaf 256: the tile tile/0/001 is wrong, since the tile is 8000 bytes long instead of 8192.");
    }

    @Test
    void a_truncated_higher_tile_is_named() {
        truncate("tile/1/000.p/2", 63);
        assertIsWrong("the tile tile/1/000.p/2 is wrong, since the tile is 63 bytes long instead of 64.");
    }

    @Test
    void a_truncated_entry_bundle_is_named_and_ends_the_check() {
        truncate("tile/entries/001", 5000);
        assertIsWrong("Leaf 256: the file tile/entries/001 cannot be used, since the bundle ends within an entry;"
                + " nothing from here on was checked.");
    }

    @Test
    void a_missing_file_makes_the_journal_unreadable() {
        journal.delete("tile/entries/001");
        var run = Run.of(folder);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out())
                .contains("The file tile/entries/001 is missing.")
                .contains("The journal could not be checked.");
    }

    @Test
    void a_swapped_root_is_named_even_if_it_is_signed() {
        journal.sign(new Checkpoint(TestJournal.ORIGIN, SIZE, Story.hash("another tree")), TestJournal.KEY);
        assertIsWrong("but the checkpoint states " + Story.hash("another tree"));
    }

    @Test
    void a_checkpoint_changed_after_signing_is_named() {
        var text = new String(journal.read("checkpoint"), UTF_8);
        journal.write("checkpoint", text.replace("\n605\n", "\n604\n").getBytes(UTF_8));
        assertIsWrong("the checkpoint is not to be trusted: the signature of guichet.example/journal is wrong.");
    }

    @Test
    void a_checkpoint_of_another_key_than_the_pinned_one_is_named() {
        var other = TestJournal.key(TestJournal.ORIGIN, 2).verifier().text();
        var run = Run.of(folder, "--key", other);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("the checkpoint is not to be trusted: no known key signed it.");
    }

    @Test
    void the_key_of_one_journal_does_not_sign_for_another() {
        var other = TestJournal.key("guichet.example/other", 2);
        var keys = new Object[] {
            folder,
            "--key",
            TestJournal.KEY.verifier().text(),
            "--key",
            other.verifier().text()
        };
        assertThat(Run.of(keys).exitCode()).isZero();
        var size = REQUESTS + 5;
        journal.sign(new Checkpoint(TestJournal.ORIGIN, size, journal.root(Story.drawn(REQUESTS))), other);
        var run = Run.of(keys);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("The 605 entries have the root")
                .contains("the checkpoint is not to be trusted: no known key signed it.");
    }

    @Test
    void a_pinned_key_is_enough_and_the_key_file_is_not_asked() {
        journal.delete("key");
        var run = Run.of(folder, "--key", TestJournal.KEY.verifier().text());
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("key trust: pinned").doesNotContain("Whether the key is the right one");
    }

    @Test
    void a_key_taken_from_the_journal_itself_is_said_to_be() {
        assertThat(Run.of(folder).out()).contains("Whether the key is the right one: it was taken from the journal");
    }

    @Test
    void a_journal_without_any_key_cannot_be_checked() {
        journal.delete("key");
        var run = Run.of(folder);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("The journal shows no key, and none was given with --key.");
    }

    @Test
    void a_checkpoint_of_another_journal_is_named() {
        journal.sign(new Checkpoint("guichet.example/other", 0, Story.hash("x")), TestJournal.KEY);
        assertIsWrong("the checkpoint is that of another journal than the key's.");
    }

    @Test
    void a_partial_tile_may_be_gone_when_the_full_one_is_there() {
        var old = journal.read("checkpoint");
        journal.delete("tile/0/002.p/93");
        journal.delete("tile/entries/002.p/93");
        var grown = Story.drawn(REQUESTS);
        while (grown.size() < 3 * Tile.WIDTH_MAX) {
            grown.add(new Leaf.Event(EventKind.DEPOSIT, Story.POOL, Story.hash("deposit " + grown.size())));
        }
        journal.publish(grown).write("checkpoint", old);
        var run = Run.of(folder);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("The 605 entries have the root");
    }

    private void flip(String path, int at) {
        var bytes = journal.read(path);
        bytes[at] ^= 1;
        journal.write(path, bytes);
    }

    private void truncate(String path, int length) {
        journal.write(path, Arrays.copyOf(journal.read(path), length));
    }

    private void assertIsWrong(String sentence) {
        var run = Run.of(folder);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains(sentence);
    }
}
