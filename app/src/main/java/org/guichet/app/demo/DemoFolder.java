package org.guichet.app.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.guichet.app.platform.CannotStart;
import org.guichet.app.platform.EmbeddedDatabase;
import org.guichet.app.platform.Folders;

/** The folder that keeps the demo between two starts. */
public final class DemoFolder {
    private static final String CATALOGUE = "paris-2021.yaml";

    // Only what a demo made is ever deleted.
    private static final List<String> OURS = List.of("keys", "clock", CATALOGUE);

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
        EmbeddedDatabase.delete(folder.resolve("postgres"));
        for (var each : OURS) {
            Folders.delete(folder.resolve(each));
        }
    }
}
