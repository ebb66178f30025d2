package org.guichet.journeys;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The service as it is shipped, started once for all tests with forty invented people, and stopped with them. */
final class Site {
    private static final Path JAR = Path.of("../app/target/guichet-app-exec.jar");
    private static final Path LOG = Path.of("target/site.log");
    private static final Pattern READY = Pattern.compile(".*(http://localhost:[0-9]+)/fr .*");
    private static final int START_SECONDS_MAX = 120;

    private Site() {}

    /** The beginning of every address. */
    static String address() {
        return Once.ADDRESS;
    }

    // The thread that listens needs this class, so that it cannot wait for itself.
    private static final class Once {
        static final String ADDRESS = start();
    }

    private static String start() {
        if (Files.notExists(JAR)) {
            throw new IllegalStateException(JAR + " is missing: package the app first, as mvn verify does");
        }
        try {
            var folder = Files.createTempDirectory("guichet-journeys");
            var service = new ProcessBuilder(command(folder))
                    .redirectErrorStream(true)
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(service, folder)));
            var ready = new CompletableFuture<String>();
            Thread.ofVirtual().start(() -> listen(service, ready));
            return ready.orTimeout(START_SECONDS_MAX, TimeUnit.SECONDS).join();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static List<String> command(Path folder) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                JAR.toString(),
                "demo",
                "--port",
                "0",
                "--people",
                "40",
                "--folder",
                folder.toString());
    }

    /** Keeps what the service says, and finds its address in it. */
    private static void listen(Process service, CompletableFuture<String> ready) {
        try (var said = service.inputReader();
                BufferedWriter kept = Files.newBufferedWriter(LOG)) {
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                kept.write(line);
                kept.newLine();
                kept.flush();
                var address = READY.matcher(line);
                if (address.matches()) {
                    ready.complete(address.group(1));
                }
            }
            ready.completeExceptionally(new IllegalStateException("The service did not start; see " + LOG));
        } catch (IOException broken) {
            ready.completeExceptionally(broken);
        }
    }

    private static void stop(Process service, Path folder) {
        service.destroy();
        service.onExit().orTimeout(20, TimeUnit.SECONDS).join();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
