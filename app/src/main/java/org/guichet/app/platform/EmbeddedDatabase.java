package org.guichet.app.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.embedded.PgBinaryResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A PostgreSQL of our own in a folder of our own: durable, on loopback only, behind a password, and stopped with the
 * service. A lock file keeps a second service out; a server left over from a kill is stopped first.
 */
public final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {
    private static final Duration START_MAX = Duration.ofSeconds(30);
    private static final Duration STOP_MAX = Duration.ofSeconds(20);

    private final FileChannel lock;
    private final EmbeddedPostgres postgres;
    private final String password;

    public EmbeddedDatabase(Path folder, Keys keys) {
        Keys.privateFolder(folder);
        this.lock = lock(folder);
        refuseFullDisk(folder);
        this.password = HexFormat.of().formatHex(keys.seed("database-password"));
        try {
            this.postgres = start(folder, password);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Deletes the data for good, unless a service is using it. */
    public static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var _ = lock(folder)) {
                stopLeftOver(folder.resolve("data"), folder.resolve("programs"));
                Folders.delete(folder.resolve("data"));
            }
        }
    }

    @Override
    public String getUsername() {
        return "postgres";
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String getJdbcUrl() {
        return postgres.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        lock.close();
    }

    private static EmbeddedPostgres start(Path folder, String password) throws IOException {
        var data = folder.resolve("data");
        var programs = folder.resolve("programs");
        var log = folder.resolve("log");
        Files.deleteIfExists(log);
        stopLeftOver(data, programs);
        deleteHalfMade(data, programs);
        var secret = Files.createTempFile(folder, "password", "");
        Files.writeString(secret, password);
        try {
            return durable(EmbeddedPostgres.builder())
                    .setPgBinaryResolver(new Binaries(programs))
                    .setDataDirectory(data)
                    .setOverrideWorkingDirectory(programs.toFile())
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .setLocaleConfig("pwfile", secret.toString())
                    .setConnectConfig("password", password)
                    .start();
        } catch (IllegalStateException | IOException failure) {
            throw new CannotStart("the database in %s did not start: %s"
                    .formatted(folder, lastLine(log).orElse(failure.toString())));
        } finally {
            Files.delete(secret);
        }
    }

    private static EmbeddedPostgres.Builder durable(EmbeddedPostgres.Builder builder) {
        return builder.setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(START_MAX)
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("encoding", "UTF8")
                .setLocaleConfig("auth", "scram-sha-256")
                // The library switches fsync off for tests; these come after its -F and win.
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "120")
                // Whoever gave up waiting for a lock waits for it in the database no longer either.
                .setServerConfig("client_connection_check_interval", "1s")
                // A young database needs a new file for its log each second of a rush; while it were filled with zeros,
                // for 50 to 100 ms, nobody could commit.
                .setServerConfig("wal_init_zero", "off")
                // A table that grew in a rush is planned for as it is now, and not as it was when it was empty.
                .setServerConfig("autovacuum_naptime", "5s")
                // What it says is kept, but nothing that could hold what somebody typed.
                .setServerConfig("log_min_messages", "log")
                .setServerConfig("log_min_error_statement", "panic")
                .setServerConfig("log_error_verbosity", "terse");
    }

    /** The programs for this machine; the library unpacks each of these once, so they say where for. */
    private record Binaries(Path programs) implements PgBinaryResolver {
        @Override
        public InputStream getPgBinary(String system, String machine) {
            var name = "/postgres-%s-%s.txz"
                    .formatted(system.toLowerCase(Locale.ROOT), machine.equals("aarch64") ? "arm_64" : machine);
            return Optional.ofNullable(Binaries.class.getResourceAsStream(name))
                    .orElseThrow(() -> new CannotStart(
                            "there is no database for %s on %s in it; name one by spring.datasource.url."
                                    .formatted(system, machine)));
        }
    }

    private static FileChannel lock(Path folder) {
        try {
            var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw taken(folder);
            }
            return channel;
        } catch (OverlappingFileLockException inThisProgram) {
            throw taken(folder);
        } catch (IOException broken) {
            throw new CannotStart("the folder " + folder + " cannot be written (" + broken.getMessage() + ").");
        }
    }

    private static CannotStart taken(Path folder) {
        return new CannotStart("another Guichet is running in " + folder + "; stop it first.");
    }

    private static void refuseFullDisk(Path folder) {
        try {
            var free = Files.getFileStore(folder).getUsableSpace();
            if (free < Limits.DISK_FREE_BYTES_MIN) {
                throw new CannotStart("the disk of %s has only %d MB free, and the database needs %d MB."
                        .formatted(folder, free >> 20, Limits.DISK_FREE_BYTES_MIN >> 20));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    // Only with the lock held. A process is stopped only if its program lies in our own folder: being called postgres
    // is no proof that it is ours.
    private static void stopLeftOver(Path data, Path programs) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return;
        }
        var process = process(pidFile);
        if (process.isEmpty()) {
            return;
        }
        switch (LeftOver.of(process.get().info(), ProcessHandle.current().info().user(), programs)) {
            case OURS -> stop(process.get());
            case NONE -> Files.delete(pidFile);
            case UNKNOWN ->
                throw new CannotStart(
                        "process %d, named by %s, is a database that is not ours to stop; stop it yourself."
                                .formatted(process.get().pid(), pidFile));
        }
    }

    private static Optional<ProcessHandle> process(Path pidFile) throws IOException {
        try {
            return ProcessHandle.of(Long.parseLong(
                    Files.readString(pidFile).lines().findFirst().orElse("").strip()));
        } catch (NumberFormatException cutOff) {
            throw new CannotStart("%s does not name a process; delete it if no database is running in its folder."
                    .formatted(pidFile));
        }
    }

    private static void stop(ProcessHandle server) {
        server.destroy();
        try {
            server.onExit().orTimeout(STOP_MAX.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException stillThere) {
            throw new CannotStart("the database of an earlier run, process %d, does not stop; stop it yourself."
                    .formatted(server.pid()));
        }
    }

    // A first start that was cut off: programs that were not unpacked to the end, and data in which no server ever ran,
    // so that nothing of ours was written there. Neither could be started again.
    private static void deleteHalfMade(Path data, Path programs) throws IOException {
        if (Files.exists(data) && Files.notExists(data.resolve("postmaster.opts"))) {
            Folders.delete(data);
        }
        if (Files.exists(programs)) {
            try (var unpacked = Files.newDirectoryStream(programs, it -> Files.notExists(it.resolve(".exists")))) {
                for (var each : unpacked) {
                    Folders.delete(each);
                }
            }
        }
    }

    private static Optional<String> lastLine(Path log) throws IOException {
        return Files.notExists(log)
                ? Optional.empty()
                : Files.readAllLines(log).reversed().stream()
                        .map(String::strip)
                        .filter(it -> !it.isEmpty())
                        .findFirst();
    }
}
