package org.guichet.bench.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.LongStream;
import org.guichet.core.ledger.EntryBundle;
import org.guichet.core.ledger.Tile;
import org.guichet.core.ledger.note.Checkpoint;
import org.guichet.core.ledger.note.SignedNote;
import org.guichet.core.text.FormatException;

/** A journal as anybody reads it. */
public final class ServedJournal implements AutoCloseable {
    private static final int OK = 200;

    private final URI prefix;
    private final HttpClient client = HttpClient.newHttpClient();

    public ServedJournal(URI prefix) {
        this.prefix = prefix;
    }

    public Checkpoint checkpoint() {
        try {
            return Checkpoint.parse(SignedNote.parse(read("checkpoint")).text());
        } catch (FormatException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** All entries of the tree of this size. */
    public List<byte[]> entries(long size) {
        return LongStream.range(0, Math.ceilDiv(size, Tile.WIDTH_MAX))
                .mapToObj(index -> entries(Tile.at(Tile.ENTRIES, index, size)))
                .flatMap(List::stream)
                .toList();
    }

    @Override
    public void close() {
        client.close();
    }

    private List<byte[]> entries(Tile tile) {
        try {
            return EntryBundle.decode(read(tile.path()), tile.width());
        } catch (FormatException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private byte[] read(String path) {
        try {
            var request =
                    HttpRequest.newBuilder(URI.create(prefix + "/" + path)).build();
            var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != OK) {
                throw new IllegalStateException(path + " is answered with " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
