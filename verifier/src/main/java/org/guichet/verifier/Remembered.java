package org.guichet.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.guichet.core.ledger.note.Checkpoint;
import org.guichet.core.ledger.note.SignedNote;
import org.guichet.core.ledger.note.VerifierKey;
import org.guichet.core.text.Canonical;
import org.guichet.core.text.Fields;
import org.guichet.core.text.FormatException;

/** What was trusted last time: a line for each key, an empty line, the checkpoint as it was served. */
record Remembered(List<VerifierKey> keys, SignedNote note, Checkpoint checkpoint) {
    private static final int BYTES_MAX = 2 * SignedNote.BYTES_MAX;

    /** What this file remembers; empty when there is no such file yet. */
    static Optional<Remembered> read(Path file) throws UnreadableException {
        try (var content = Files.newInputStream(file)) {
            return Optional.of(parse(Canonical.utf8(content.readNBytes(BYTES_MAX))));
        } catch (NoSuchFileException first) {
            return Optional.empty();
        } catch (FormatException malformed) {
            throw new UnreadableException(
                    "The file " + file + " remembers no checkpoint, since " + malformed.why() + ".");
        } catch (IOException failed) {
            throw new UnreadableException("The file " + file + " cannot be read: " + failed.getMessage() + ".");
        }
    }

    /** Replaces the file as a whole, so that a crash leaves the old or the new. */
    void write(Path file) throws UnreadableException {
        var text = keys.stream().map(key -> key.text() + "\n").collect(Collectors.joining()) + "\n" + note.format();
        var fresh = file.resolveSibling(file.getFileName() + ".new");
        try (var channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            var bytes = ByteBuffer.wrap(text.getBytes(UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UnreadableException("The file " + file + " cannot be written: " + failed.getMessage() + ".");
        }
    }

    private static Remembered parse(String text) throws FormatException {
        var fields = new Fields(text);
        var keys = new ArrayList<VerifierKey>();
        for (var line = fields.line(); !line.isEmpty(); line = fields.line()) {
            keys.add(VerifierKey.parse(line));
        }
        var note = SignedNote.parse(fields.rest().getBytes(UTF_8));
        return new Remembered(List.copyOf(keys), note, Checkpoint.parse(note.text()));
    }
}
