package org.guichet.app.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.guichet.app.World;
import org.guichet.app.platform.Folders;
import org.guichet.core.ledger.Tile;
import org.guichet.core.ledger.note.Checkpoint;
import org.guichet.core.text.FormatException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The journal as plain files, as the verifier reads them. */
final class JournalFolderTest {
    @TempDir
    private Path root;

    private World world;
    private Path folder;
    private Published journal;
    private int people;

    @BeforeEach
    void begin() {
        world = World.fresh();
        journal = new Published(world, root);
        folder = journal.folder();
    }

    @Test
    void before_the_first_leaf_nothing_is_written() {
        world.jdbc().sql("truncate journal").update();
        journal.write();
        assertThat(folder).doesNotExist();
    }

    @Test
    void the_folder_is_what_the_service_serves_and_the_verifier_accepts_it() throws IOException {
        grow(300);
        var visitor = world.visitor();
        for (var path : files().keySet()) {
            var served = visitor.get("/journal/1/" + path);
            assertThat(served.status()).as(path).isEqualTo(200);
        }
        assertThat(files()).containsKeys("checkpoint", "key", "tile/0/000", "tile/entries/000", "tile/1/000.p/1");
        assertThat(Files.readString(folder.resolve("checkpoint")))
                .isEqualTo(visitor.get("/journal/1/checkpoint").body());
        assertThat(Files.readString(folder.resolve("key")))
                .isEqualTo(visitor.get("/journal/1/key").body());
        journal.verify(0);
    }

    @Test
    void the_journal_grows_in_steps_and_is_accepted_after_each_with_what_the_reader_remembers()
            throws IOException, FormatException {
        var memory = root.resolve("memory").toString();
        for (var step : new int[] {1, 3, 250, 1, 300}) {
            grow(step);
            journal.verify(0, "--remember", memory);
        }
        assertThat(size()).isGreaterThan(512);
    }

    @Test
    void what_is_there_is_not_written_again() throws IOException {
        grow(260);
        var before = files();
        journal.write();
        assertThat(files()).isEqualTo(before);
        grow(1);
        var after = files();
        assertThat(after).containsEntry("tile/0/000", before.get("tile/0/000"));
        assertThat(after.get("checkpoint")).isNotEqualTo(before.get("checkpoint"));
    }

    @Test
    void partial_tiles_stay_until_the_full_one_is_there() throws IOException, FormatException {
        grow(1);
        var first = size();
        grow(1);
        assertThat(files())
                .containsKeys("tile/0/000.p/" + first, "tile/entries/000.p/" + first, "tile/0/000.p/" + size());
        grow(256);
        assertThat(files())
                .containsKeys("tile/0/000", "tile/entries/000")
                .doesNotContainKeys("tile/0/000.p/" + first, "tile/entries/000.p/" + first);
    }

    /** Whichever file a run is stopped before: readers have the old state whole, and the next run makes the new one. */
    @Test
    void a_run_that_is_stopped_between_two_files_is_repaired_by_the_next() throws IOException, FormatException {
        grow(200);
        var old = size();
        var oldCheckpoint = Files.readString(folder.resolve("checkpoint"));
        register(100);
        var kept = root.resolve("kept");
        copy(folder, kept);
        var paths = Tile.made(old, old + 100).stream().map(Tile::path).toList();
        assertThat(paths).hasSize(5);
        for (var path : paths) {
            Folders.delete(folder);
            copy(kept, folder);
            Files.createDirectories(folder.resolve(path).resolve("in the way"));
            assertThatThrownBy(() -> journal.write()).as(path).isInstanceOf(UncheckedIOException.class);
            assertThat(folder.resolve("checkpoint")).hasContent(oldCheckpoint);
            Folders.delete(folder.resolve(path));
            journal.verify(0);
            journal.write();
            journal.verify(0);
            assertThat(size()).isEqualTo(old + 100);
            assertThat(folder.resolve(JournalFolder.UNFINISHED)).doesNotExist();
        }
    }

    @Test
    void a_full_disk_leaves_what_was_published_and_is_made_good_when_there_is_space() throws IOException {
        grow(3);
        var before = Files.readString(folder.resolve("checkpoint"));
        // Whatever is written there finds no space.
        Files.createSymbolicLink(folder.resolve(JournalFolder.UNFINISHED), Path.of("/dev/full"));
        register(3);
        assertThatThrownBy(() -> journal.write()).hasRootCauseMessage("No space left on device");
        assertThat(folder.resolve("checkpoint")).hasContent(before);
        Files.delete(folder.resolve(JournalFolder.UNFINISHED));
        assertThat(journal.judge()).contains("other labels: 6.");
    }

    @Test
    void a_database_that_went_back_or_is_another_does_not_take_back_what_was_published() throws IOException {
        grow(20);
        var published = files();
        world.jdbc().sql("truncate journal, tile, leaf, leaf_index").update();
        register(5);
        assertThatThrownBy(() -> journal.write()).hasMessageContaining("it is left as it is");
        register(30);
        assertThatThrownBy(() -> journal.write()).hasMessageContaining("it is left as it is");
        assertThat(files()).isEqualTo(published);
        Files.writeString(folder.resolve("checkpoint"), "torn");
        assertThatThrownBy(() -> journal.write()).hasMessageContaining("is damaged");
    }

    private void grow(int leaves) {
        register(leaves);
        journal.write();
    }

    private void register(int count) {
        IntStream.range(0, count).forEach(_ -> world.register(World.somebody(people++)));
        world.jobs();
    }

    private long size() throws FormatException {
        var note = world.get(JournalFiles.class).checkpoint(World.AUTHORITY).orElseThrow();
        return Checkpoint.parse(note.text()).size();
    }

    /** Each file by its path, and what tells it from another written in its place. */
    private Map<String, String> files() throws IOException {
        var found = new TreeMap<String, String>();
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                found.put(folder.relativize(file).toString(), String.valueOf(Files.getAttribute(file, "unix:ino")));
            }
        }
        return found;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var all = Files.walk(from)) {
            for (var file : all.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }
}
