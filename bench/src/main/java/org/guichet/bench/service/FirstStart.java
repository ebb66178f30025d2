package org.guichet.bench.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;

/**
 * A folder in which a service was started once, and stopped: as long as there is one, every service begins with a copy
 * of it, and does not make a database of its own, which takes many seconds.
 */
public final class FirstStart implements AutoCloseable {
    private static volatile Optional<Path> made = Optional.empty();

    private final TemporaryFolder folder;

    private FirstStart(TemporaryFolder folder) {
        this.folder = folder;
    }

    public static FirstStart in(Path parent) {
        var folder = TemporaryFolder.in(parent);
        RunningService.startAndStop(folder);
        made = Optional.of(folder.path());
        return new FirstStart(folder);
    }

    static void copyInto(Path empty) {
        made.ifPresent(it -> {
            try {
                copy(it, empty);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        });
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : files.skip(1).toList()) {
                var copy = to.resolve(from.relativize(file).toString());
                Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
            }
        }
        // Made when the programs were unpacked: what lies beside it must not be younger.
        try (var programs = Files.newDirectoryStream(to.resolve("postgres/programs"))) {
            for (var each : programs) {
                Files.setLastModifiedTime(each.resolve(".exists"), FileTime.from(Instant.now()));
            }
        }
    }

    @Override
    public void close() {
        made = Optional.empty();
        folder.close();
    }
}
