package org.guichet.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.guichet.app.platform.EmbeddedDatabase;

/** The server of the world's database: fails as machines fail, and is started again as it was started. */
public final class DatabaseServer {
    private static final Pattern ARGUMENT = Pattern.compile("\"([^\"]*)\"");

    private final World world;
    private final Path data;

    public DatabaseServer(World world) {
        this.world = world;
        this.data = Path.of(
                world.jdbc().sql("show data_directory").query(String.class).single());
    }

    /** What {@code pg_ctl stop -m immediate} does: no checkpoint, no word to anybody. */
    public void stop() {
        var server = process();
        signal("QUIT", server);
        server.onExit().orTimeout(2, TimeUnit.MINUTES).join();
    }

    /** It neither answers nor closes anything, as behind a cut line. */
    public void freeze() {
        all("STOP");
    }

    public void thaw() {
        all("CONT");
    }

    /** Returns at once: whoever needs it waits for it. */
    public void start() {
        try {
            var options = Files.readString(data.resolve("postmaster.opts")).strip();
            var command = new ArrayList<String>();
            if (System.getProperty("user.name").equals("root")) {
                // It refuses to run as root.
                command.addAll(List.of("unshare", "-U"));
            }
            command.add(options.substring(0, options.indexOf(" \"")));
            ARGUMENT.matcher(options).results().map(it -> it.group(1)).forEach(command::add);
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            data.resolveSibling("log").toFile()))
                    .start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Until statements are answered again, by connections that are not those of the service. */
    public void awaitReady() {
        var database = world.get(EmbeddedDatabase.class);
        while (!answers(database)) {
            Thread.onSpinWait();
        }
    }

    /** As after a failover to a copy. Returns when the server has read it: every statement that begins later knows. */
    public void readOnly(boolean isReadOnly) {
        var value = isReadOnly ? "on" : "off";
        world.jdbc()
                .sql("alter system set default_transaction_read_only = " + value)
                .update();
        world.jdbc().sql("select pg_reload_conf()").query(Boolean.class).single();
        while (!value.equals(newConnectionSays("show default_transaction_read_only"))) {
            Thread.onSpinWait();
        }
    }

    private String newConnectionSays(String question) {
        try (var connection = connect(world.get(EmbeddedDatabase.class));
                var statement = connection.createStatement();
                var row = statement.executeQuery(question)) {
            row.next();
            return row.getString(1);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static boolean answers(EmbeddedDatabase database) {
        try (var connection = connect(database)) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.getJdbcUrl(), database.getUsername(), database.getPassword());
    }

    private void all(String signal) {
        var server = process();
        server.descendants().forEach(it -> signal(signal, it));
        signal(signal, server);
    }

    private ProcessHandle process() {
        try {
            var pid = Files.readAllLines(data.resolve("postmaster.pid")).getFirst();
            return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void signal(String name, ProcessHandle process) {
        try {
            new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
