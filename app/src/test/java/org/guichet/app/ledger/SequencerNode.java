package org.guichet.app.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.guichet.app.World;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.DiskRoom;
import org.guichet.app.platform.Keys;
import org.guichet.app.platform.Settings;
import org.guichet.app.platform.Transactions;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A node in a process of its own that does nothing but sequence, until it is killed. */
record SequencerNode(Process process) implements AutoCloseable {
    private static final long PAUSE_MILLIS = 5;

    /**
     * Arguments: the address of the database, its user, the folder with the keys, the authority; the password is the
     * input. The world is not named here: it would start a service of its own.
     */
    public static void main(String... arguments) throws InterruptedException, IOException {
        var password = new String(System.in.readAllBytes(), UTF_8);
        try (var context = new AnnotationConfigApplicationContext()) {
            var database = new DriverManagerDataSource(arguments[0], arguments[1], password);
            context.registerBean(DataSource.class, () -> database);
            context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
            context.registerBean(DataSourceTransactionManager.class, () -> new DataSourceTransactionManager(database));
            context.registerBean(Clock.class, Clock::systemUTC);
            context.registerBean(SecureRandom.class, () -> new SecureRandom());
            context.registerBean(Settings.class, () -> settings(Path.of(arguments[2])));
            context.register(
                    Keys.class,
                    JournalKeys.class,
                    Tiles.class,
                    LeafIndexes.class,
                    DiskRoom.class,
                    Transactions.class,
                    Sequence.class);
            context.refresh();
            var sequence = context.getBean(Sequence.class);
            var authority = new AuthorityId(Integer.parseInt(arguments[3]));
            // Only who has looked once, with all that this loads, is fast enough to be killed at work.
            sequence.sequence(authority);
            System.out.println("ready");
            while (true) {
                if (sequence.sequence(authority) == 0) {
                    Thread.sleep(PAUSE_MILLIS);
                }
            }
        }
    }

    /** Starts one for the authority of the world, and waits until it works. */
    static SequencerNode start(String database, String user, String password, Path folder) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var flags = List.of(java, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx128m");
        var classes = List.of("-cp", System.getProperty("java.class.path"), SequencerNode.class.getName());
        var own = List.of(database, user, folder.toString(), String.valueOf(World.AUTHORITY.value()));
        try {
            var process = new ProcessBuilder(
                            Stream.of(flags, classes, own).flatMap(List::stream).toList())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            try (var input = process.outputWriter()) {
                input.write(password);
            }
            Objects.requireNonNull(process.inputReader().readLine(), "The node does not start");
            return new SequencerNode(process);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** SIGKILL. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static Settings settings(Path folder) {
        return new Settings(
                folder,
                URI.create("http://localhost:8080"),
                List.of(),
                List.of(),
                List.of(),
                0,
                "guichet@example.org",
                false,
                0,
                null,
                List.of(),
                Duration.ZERO,
                false);
    }
}
