package org.guichet.bench.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.guichet.app.platform.Folders;

/** A new folder, deleted with everything in it at the end. */
public record TemporaryFolder(Path path) implements AutoCloseable {
    /** Where a run is to be durable, its parent must lie on a disk. */
    public static TemporaryFolder in(Path parent) {
        try {
            return new TemporaryFolder(Files.createTempDirectory(Files.createDirectories(parent), "guichet-bench"));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        try {
            Folders.delete(path);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
