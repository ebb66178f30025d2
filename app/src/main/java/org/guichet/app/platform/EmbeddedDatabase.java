package org.guichet.app.platform;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * A PostgreSQL of our own in a folder of our own: durable, on loopback only, behind a password, and stopped with the
 * service. A lock file keeps a second service out; a server left over from a kill is stopped first.
 */
public final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {
    private static final Duration START_MAX = Duration.ofSeconds(30);

    private final FileChannel lock;
    private final EmbeddedPostgres postgres;
    private final String password;

    public EmbeddedDatabase(Path folder, Keys keys) {
        Keys.privateFolder(folder);
        this.lock = lock(folder);
        refuseFullDisk(folder);
        this.password = HexFormat.of().formatHex(keys.seed("database-password"));
        try {
            this.postgres = start(folder);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
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

    private EmbeddedPostgres start(Path folder) throws IOException {
        var data = folder.resolve("data");
        var programs = folder.resolve("programs");
        stopLeftOver(data, programs);
        var secret = Files.createTempFile(folder, "password", "");
        Files.writeString(secret, password);
        try {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setOverrideWorkingDirectory(programs.toFile())
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setLocaleConfig("encoding", "UTF8")
                    .setLocaleConfig("auth", "scram-sha-256")
                    .setLocaleConfig("pwfile", secret.toString())
                    .setConnectConfig("password", password)
                    // The library switches fsync off for tests; these come after its -F and win.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("max_connections", "40")
                    .setPGStartupWait(START_MAX)
                    .start();
        } finally {
            Files.delete(secret);
        }
    }

    private static FileChannel lock(Path folder) {
        try {
            var channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw new CannotStart("another Guichet is running in " + folder + "; stop it first.");
            }
            return channel;
        } catch (IOException broken) {
            throw new CannotStart("the folder " + folder + " cannot be written (" + broken.getMessage() + ").");
        }
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
    // is
    // no proof that it is ours.
    private static void stopLeftOver(Path data, Path programs) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (Files.notExists(pidFile)) {
            return;
        }
        var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        var process = ProcessHandle.of(pid);
        if (process.isEmpty()) {
            return;
        }
        var program = Path.of(process.get().info().command().orElse(""));
        if (Files.exists(programs) && program.startsWith(programs.toRealPath())) {
            process.get().destroy();
            process.get().onExit().orTimeout(20, TimeUnit.SECONDS).join();
        } else if (!program.toString().isEmpty() && !program.endsWith("postgres")) {
            Files.delete(pidFile);
        } else {
            throw new CannotStart("process %d, named by %s, is a database that is not ours to stop; stop it yourself."
                    .formatted(pid, pidFile));
        }
    }
}
