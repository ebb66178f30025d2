package org.guichet.bench.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import org.guichet.app.platform.EmbeddedDatabase;
import org.guichet.app.platform.Settings;
import org.guichet.bench.service.RunningService;

/** The PostgreSQL of the service, whose processes are killed; it comes back at its old address and recovers. */
record KilledDatabase(EmbeddedDatabase database, Path data, Path log) {
    private static final Duration PAUSE = Duration.ofMillis(20);

    static KilledDatabase of(RunningService service) {
        var folder = service.get(Settings.class).folder().resolve("postgres");
        return new KilledDatabase(service.get(EmbeddedDatabase.class), folder.resolve("data"), folder.resolve("log"));
    }

    /** SIGKILL to a process that serves a connection: the server ends all others, and recovers by itself. When. */
    long killOne(RandomGenerator random) {
        var all = server().children().toList();
        var moment = System.nanoTime();
        all.get(random.nextInt(all.size())).destroyForcibly();
        return moment;
    }

    /** SIGKILL to the server; answers when. The processes that serve connections end when they see that it is gone. */
    long kill() {
        var server = server();
        var all = server.descendants().toList();
        var moment = System.nanoTime();
        server.destroyForcibly();
        server.onExit().join();
        all.forEach(it -> it.onExit().join());
        return moment;
    }

    /** As whoever watches over it would, with the words with which it was started. */
    void startAgain() {
        try {
            var words = Files.readString(data.resolve("postmaster.opts")).strip();
            new ProcessBuilder(List.of("sh", "-c", "exec " + rootless() + words))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        awaitReady();
    }

    /** Returns when statements are answered. */
    void awaitReady() {
        while (!answers()) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
    }

    private boolean answers() {
        try (Connection connection =
                DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword())) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private ProcessHandle server() {
        try {
            var pid = Files.readAllLines(data.resolve("postmaster.pid"))
                    .getFirst()
                    .strip();
            return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    // PostgreSQL refuses to run as root; then it was started as nobody, in a space of users of its own.
    private static String rootless() {
        return System.getProperty("user.name").equals("root") ? "unshare -U " : "";
    }
}
