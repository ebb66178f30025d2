package org.guichet.app.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.guichet.app.ledger.Tree;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Folders;
import org.guichet.core.ledger.Tile;
import org.guichet.core.ledger.note.Checkpoint;
import org.guichet.core.ledger.note.SignedNote;
import org.guichet.core.text.FormatException;

/**
 * Writes journals as plain files, each authority's in a folder of its number, for any web server. The checkpoint comes
 * last: whoever reads it finds all its tiles, and what a killed run left undone the next one does.
 */
final class JournalFolder {
    private static final String CHECKPOINT = "checkpoint";

    /** Of this process alone: should two ever write at once, neither moves what the other has not finished. */
    static final String UNFINISHED = "new-" + UUID.randomUUID();

    private final Tree tree;
    private final JournalFiles files;
    private final WitnessProofs proofs;
    private final Path root;

    JournalFolder(Tree tree, JournalFiles files, WitnessProofs proofs, Path root) {
        this.tree = tree;
        this.files = files;
        this.proofs = proofs;
        this.root = root;
    }

    /** Writes what is new; nothing where nothing is. */
    void write(AuthorityId authority) {
        var note = files.checkpoint(authority);
        if (note.isEmpty()) {
            return;
        }
        var folder = root.resolve(String.valueOf(authority.value()));
        try {
            var before = read(folder);
            if (!before.equals(note)) {
                var size = extend(authority, folder, before, note.get());
                writeTiles(authority, folder, size, checkpoint(note.get()).size());
                put(folder, "key", files.key(authority).orElseThrow() + "\n");
                if (files.rehearsal().isPresent()) {
                    put(folder, "rehearsal", files.rehearsal().get());
                }
                writeProofs(authority, folder);
                put(folder, CHECKPOINT, note.get().format());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("The journal cannot be written to " + folder, failed);
        } catch (FormatException damaged) {
            throw new IllegalStateException("The checkpoint in " + folder + " is damaged: " + damaged.why(), damaged);
        }
    }

    /** How many leaves the folder has already. What was published is never taken back, whatever the database says. */
    private long extend(AuthorityId authority, Path folder, Optional<SignedNote> before, SignedNote after)
            throws FormatException {
        if (before.isEmpty()) {
            return 0;
        }
        var old = checkpoint(before.get());
        var now = checkpoint(after);
        var same = old.origin().equals(now.origin())
                && old.size() <= now.size()
                && tree.nodes(authority, now.size()).root(0, old.size()).equals(old.root());
        if (!same) {
            throw new IllegalStateException("The folder " + folder + " holds another or a newer journal than the"
                    + " database; it is left as it is");
        }
        return old.size();
    }

    private void writeTiles(AuthorityId authority, Path folder, long from, long to) throws IOException {
        for (var tile : Tile.made(from, to)) {
            put(folder, tile.path(), tree.content(authority, tile).orElseThrow());
            if (!tile.isPartial()) {
                // A reader of an earlier checkpoint takes the full one (docs/spec/log.md).
                Folders.delete(folder.resolve(tile.path() + ".p"));
            }
        }
    }

    // Whichever proof was published first stays: it is as good as any.
    private void writeProofs(AuthorityId authority, Path folder) throws IOException {
        for (var window : proofs.sealed(authority)) {
            var path = "/" + window.pool() + "/" + window.number();
            putOnce(folder, "sealed" + path, () -> files.sealed(authority, window));
            putOnce(folder, "voided" + path, () -> files.voided(authority, window));
        }
    }

    private static void putOnce(Path folder, String path, Supplier<Optional<String>> text) throws IOException {
        var missing = Files.exists(folder.resolve(path)) ? Optional.<String>empty() : text.get();
        if (missing.isPresent()) {
            put(folder, path, missing.get());
        }
    }

    private static Optional<SignedNote> read(Path folder) throws IOException, FormatException {
        var file = folder.resolve(CHECKPOINT);
        return Files.exists(file) ? Optional.of(SignedNote.parse(Files.readAllBytes(file))) : Optional.empty();
    }

    private static Checkpoint checkpoint(SignedNote note) throws FormatException {
        return Checkpoint.parse(note.text());
    }

    private static void put(Path folder, String path, String text) throws IOException {
        put(folder, path, text.getBytes(UTF_8));
    }

    /** A whole file or none, also after the power failed. */
    private static void put(Path folder, String path, byte[] bytes) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        var fresh = folder.resolve(UNFINISHED);
        try (var channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
