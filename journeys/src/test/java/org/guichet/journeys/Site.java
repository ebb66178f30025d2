package org.guichet.journeys;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The service as it is shipped, started for tests and stopped with them. */
final class Site implements AutoCloseable {
    private static final Path JAR = Path.of("../app/target/guichet-app-exec.jar");
    private static final Pattern READY = Pattern.compile(".*(http://localhost:[0-9]+)/fr .*");
    private static final int START_SECONDS_MAX = 600;
    private static final int STOP_SECONDS_MAX = 120;

    private final Path folder;
    private final Path log;
    private final Process service;
    private final String address;

    private Site(String name, int people, Optional<Path> catalogue) {
        if (Files.notExists(JAR)) {
            throw new IllegalStateException(JAR + " is missing: package the app first, as mvn verify does");
        }
        try {
            folder = Files.createTempDirectory("guichet-journeys");
            log = Path.of("target/" + name + ".log");
            if (catalogue.isPresent()) {
                Files.copy(catalogue.get(), folder.resolve("paris-2021.yaml"));
            }
            service = new ProcessBuilder(command(folder, people))
                    .redirectErrorStream(true)
                    .start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        var ready = new CompletableFuture<String>();
        Thread.ofVirtual().start(() -> listen(ready));
        address = ready.orTimeout(START_SECONDS_MAX, TimeUnit.SECONDS).join();
    }

    /** The example with a few invented people; all tests of a process share it. */
    static Site ofTheExample() {
        return Shared.SITE;
    }

    /** One with nobody invented and a catalogue of the test's own. */
    static Site withCatalogue(String name, Path catalogue) {
        return new Site(name, 0, Optional.of(catalogue));
    }

    /** The beginning of every address. */
    String address() {
        return address;
    }

    /** What runs while the database neither answers nor closes anything, as behind a cut line. */
    void withoutDatabase(Runnable work) {
        var server = database();
        signal("STOP", server);
        try {
            work.run();
        } finally {
            signal("CONT", server);
        }
    }

    private List<ProcessHandle> database() {
        try (var files = Files.walk(folder)) {
            var pid = files.filter(it -> it.endsWith("postmaster.pid"))
                    .findFirst()
                    .orElseThrow();
            var server = ProcessHandle.of(Long.parseLong(Files.readAllLines(pid).getFirst()))
                    .orElseThrow();
            return Stream.concat(Stream.of(server), server.descendants()).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void signal(String name, List<ProcessHandle> processes) {
        var command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(it -> command.add(String.valueOf(it.pid())));
        try {
            new ProcessBuilder(command).start().waitFor();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Shared {
        static final Site SITE =
                new Site("site-" + System.getProperty("surefire.forkNumber", "1"), 16, Optional.empty());
    }

    private static List<String> command(Path folder, int people) {
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
                String.valueOf(people),
                "--folder",
                folder.toString());
    }

    /** Keeps what the service says, and finds its address in it. */
    private void listen(CompletableFuture<String> ready) {
        try (var said = service.inputReader();
                BufferedWriter kept = Files.newBufferedWriter(log)) {
            for (var line = said.readLine(); line != null; line = said.readLine()) {
                kept.write(line);
                kept.newLine();
                kept.flush();
                var found = READY.matcher(line);
                if (found.matches()) {
                    ready.complete(found.group(1));
                }
            }
            ready.completeExceptionally(new IllegalStateException("The service did not start; see " + log));
        } catch (IOException broken) {
            ready.completeExceptionally(broken);
        }
    }

    /** Stops the service and removes its folder; again does nothing. */
    @Override
    public void close() {
        if (Files.notExists(folder)) {
            return;
        }
        service.destroy();
        service.onExit().orTimeout(STOP_SECONDS_MAX, TimeUnit.SECONDS).join();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
