package org.guichet.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.guichet.core.ledger.Edge;
import org.guichet.core.ledger.EntryBundle;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.Merkle;
import org.guichet.core.ledger.Tile;
import org.guichet.core.ledger.leaf.Leaf;
import org.guichet.core.ledger.note.Checkpoint;
import org.guichet.core.ledger.note.SignatureType;
import org.guichet.core.ledger.note.SignerKey;

/** A journal in a folder, written as a service would write it. */
final class TestJournal {
    static final String ORIGIN = "guichet.example/journal";
    static final SignerKey KEY = key(ORIGIN, 1);
    private static final Instant NOW = Instant.parse("2021-04-22T12:00:00Z");

    private final Path folder;

    TestJournal(Path folder) {
        this.folder = folder;
    }

    static SignerKey key(String name, int seed) {
        return key(name, SignatureType.ED25519, seed);
    }

    static SignerKey key(String name, SignatureType type, int seed) {
        // A fixed seed in place of chance, so that a failure can be repeated.
        var random = new SecureRandom() {
            private static final long serialVersionUID = 1;

            @Override
            public void nextBytes(byte[] bytes) {
                Arrays.fill(bytes, (byte) seed);
            }
        };
        return SignerKey.generate(name, type, random);
    }

    /** Writes a journal with these leaves, signed. */
    TestJournal publish(List<Leaf> leaves) {
        return publishEntries(leaves.stream().map(Leaf::bytes).toList());
    }

    TestJournal publishEntries(List<byte[]> entries) {
        var edge = new Edge();
        entries.forEach(entry -> edge.append(Merkle.leaf(entry)));
        edge.takeMade().forEach(content -> write(content.tile().path(), content.bytes()));
        for (var tile : Tile.made(0, entries.size())) {
            if (tile.level() == Tile.ENTRIES) {
                var start = (int) tile.index() * Tile.WIDTH_MAX;
                write(tile.path(), EntryBundle.encode(entries.subList(start, start + tile.width())));
            }
        }
        write("key", (KEY.verifier().text() + "\n").getBytes(UTF_8));
        write("rehearsal", Story.CHAIN.rehearsal().text().getBytes(UTF_8));
        return sign(new Checkpoint(ORIGIN, entries.size(), edge.root()), KEY);
    }

    /** Signs this checkpoint, true or not. */
    TestJournal sign(Checkpoint checkpoint, SignerKey key) {
        write("checkpoint", checkpoint.sign(NOW, List.of(key)).bytes());
        return this;
    }

    Hash root(List<Leaf> leaves) {
        return Merkle.root(
                leaves.stream().map(leaf -> Merkle.leaf(leaf.bytes())).toList());
    }

    Path folder() {
        return folder;
    }

    Path file(String path) {
        return folder.resolve(path);
    }

    byte[] read(String path) {
        try {
            return Files.readAllBytes(file(path));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void write(String path, byte[] bytes) {
        try {
            Files.createDirectories(file(path).getParent());
            Files.write(file(path), bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void delete(String path) {
        try {
            Files.delete(file(path));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
