package org.guichet.bench.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.guichet.core.ledger.Edge;
import org.guichet.core.ledger.EntryBundle;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.Merkle;
import org.guichet.core.ledger.Tile;
import org.guichet.core.ledger.TileContent;
import org.guichet.core.ledger.note.Checkpoint;
import org.guichet.core.ledger.note.SignatureType;
import org.guichet.core.ledger.note.SignerKey;
import org.guichet.core.text.FormatException;

/** A journal as plain files, written leaf by leaf as a service would publish it. */
final class JournalFolder {
    private static final String ORIGIN = "bench.example/journal";
    private static final int TAKE_EVERY = Tile.WIDTH_MAX * Tile.WIDTH_MAX;

    private final Path folder;
    private final Edge edge = new Edge();
    private final List<byte[]> bundle = new ArrayList<>();

    JournalFolder(Path folder) {
        this.folder = folder;
    }

    /** Appends a leaf with its entry. */
    void append(byte[] entry) {
        bundle.add(entry);
        if (bundle.size() == Tile.WIDTH_MAX) {
            writeBundle(edge.size() + 1);
        }
        append(Merkle.leaf(entry));
    }

    /** Appends a leaf of which nothing but its hash is written. */
    void append(Hash leaf) {
        edge.append(leaf);
        if (edge.size() % TAKE_EVERY == 0) {
            writeTiles();
        }
    }

    /** Writes what is not full, and signs. */
    void publish(String rehearsal) {
        writeTiles();
        if (!bundle.isEmpty()) {
            writeBundle(edge.size());
        }
        var key = SignerKey.generate(ORIGIN, SignatureType.ED25519, new SecureRandom());
        write("key", (key.verifier().text() + "\n").getBytes(UTF_8));
        write("rehearsal", rehearsal.getBytes(UTF_8));
        var checkpoint = new Checkpoint(ORIGIN, edge.size(), edge.root());
        write("checkpoint", checkpoint.sign(Instant.EPOCH, List.of(key)).bytes());
    }

    Edge edge() {
        return edge;
    }

    byte[] read(Tile tile) {
        try {
            return Files.readAllBytes(folder.resolve(tile.path()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    TileContent hashes(Tile tile) {
        try {
            return TileContent.parse(tile, read(tile));
        } catch (FormatException broken) {
            throw new IllegalStateException(broken);
        }
    }

    List<byte[]> entries(Tile tile) {
        try {
            return EntryBundle.decode(read(tile), tile.width());
        } catch (FormatException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void writeBundle(long size) {
        write(Tile.at(Tile.ENTRIES, (size - 1) / Tile.WIDTH_MAX, size).path(), EntryBundle.encode(bundle));
        bundle.clear();
    }

    private void writeTiles() {
        edge.takeMade().forEach(content -> write(content.tile().path(), content.bytes()));
    }

    private void write(String path, byte[] bytes) {
        try {
            var file = folder.resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
