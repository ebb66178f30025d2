package org.guichet.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.guichet.app.platform.CannotStart;

/** The folder that keeps the demo between two starts. */
public final class DemoFolder {
    private static final String CATALOGUE = "paris-2021.yaml";

    // Only what a demo made is ever deleted.
    private static final List<String> OURS = List.of("postgres/data", "keys", "clock", CATALOGUE);

    private DemoFolder() {}

    /** The catalogue of the example, copied on the first start so that it can be edited. */
    public static Path prepare(Path folder, boolean fresh) {
        try {
            Files.createDirectories(folder);
            if (fresh) {
                forget(folder);
            }
            var catalogue = folder.resolve(CATALOGUE);
            if (Files.notExists(catalogue)) {
                try (var example = Objects.requireNonNull(
                        DemoFolder.class.getResourceAsStream("/demo/" + CATALOGUE), "The example is missing")) {
                    Files.copy(example, catalogue);
                }
            }
            return catalogue;
        } catch (IOException broken) {
            throw new CannotStart("the folder " + folder + " cannot be written (" + broken.getMessage() + ").");
        }
    }

    /** Where to go from here, and as whom. */
    public static String addresses(int port) {
        return """

                Guichet is ready. Ctrl-C stops it; the next start finds everything again.

                  http://localhost:%1$d/fr                the service, as people see it
                  http://localhost:%1$d/fr/demo           the story: begin here, and move the clock
                  http://localhost:%1$d/fr/demo/messages  what was sent to people
                  http://localhost:%1$d/agent             the counter: charcot-5, password bienvenue
                """.formatted(port);
    }

    private static void forget(Path folder) throws IOException {
        var lock = folder.resolve("postgres").resolve("lock");
        if (Files.exists(lock)) {
            try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE)) {
                if (channel.tryLock() == null) {
                    throw new CannotStart("another Guichet is running in " + folder + "; stop it first.");
                }
                delete(folder);
            }
        } else {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
        for (var each : OURS) {
            var root = folder.resolve(each);
            if (Files.exists(root)) {
                try (var files = Files.walk(root)) {
                    files.sorted(Comparator.reverseOrder()).forEach(DemoFolder::deleteOne);
                }
            }
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
