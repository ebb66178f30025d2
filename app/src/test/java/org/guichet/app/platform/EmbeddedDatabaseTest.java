package org.guichet.app.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.guichet.app.Main;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real servers, really killed. All tests share one folder, since making a database takes seconds. */
@Timeout(300)
class EmbeddedDatabaseTest {
    @TempDir
    static Path folder;

    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @BeforeAll
    static void one_row_is_written() throws IOException, SQLException {
        try (var database = HoldDatabase.open(folder)) {
            ask(database, "create table kept as select 'from the first day' as what");
        }
    }

    @Test
    void what_is_written_is_on_the_disk() throws IOException, SQLException {
        try (var database = HoldDatabase.open(folder)) {
            var setting = "select setting from pg_settings where name = ";
            assertThat(ask(database, setting + "'fsync'")).isEqualTo("on");
            assertThat(ask(database, setting + "'full_page_writes'")).isEqualTo("on");
            assertThat(ask(database, setting + "'synchronous_commit'")).isEqualTo("on");
        }
    }

    @Test
    void nobody_enters_without_the_password() throws IOException, SQLException {
        try (var database = HoldDatabase.open(folder)) {
            assertThatThrownBy(() -> DriverManager.getConnection(database.getJdbcUrl(), "postgres", "postgres"))
                    .hasMessageContaining("password authentication failed");
            assertThatThrownBy(() -> DriverManager.getConnection(database.getJdbcUrl()))
                    .hasMessageContaining("no password was provided");
            assertThat(ask(database, "select count(*) from pg_hba_file_rules where auth_method <> 'scram-sha-256'"))
                    .isEqualTo("0");
            assertThat(ask(database, "show unix_socket_directories")).isEmpty();
            assertThat(ask(database, "show listen_addresses")).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void a_second_service_in_the_folder_is_refused() throws IOException {
        try (var _ = HoldDatabase.open(folder)) {
            assertThat(refusal(start(HoldDatabase.class, folder.toString())))
                    .containsExactly(
                            "another Guichet is running in " + folder.resolve("postgres") + "; stop it first.");
            assertThatThrownBy(() -> HoldDatabase.open(folder))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageStartingWith("another Guichet is running");
        }
    }

    @Test
    void a_server_left_over_by_a_killed_service_is_stopped() throws IOException, SQLException, InterruptedException {
        var server = killedService();
        assertThat(server.isAlive()).isTrue();
        try (var database = HoldDatabase.open(folder)) {
            assertThat(server.isAlive()).isFalse();
            assertThat(ask(database, "select what from kept")).isEqualTo("from the first day");
        }
    }

    @Test
    void a_service_and_its_server_killed_together_come_back() throws IOException, SQLException, InterruptedException {
        var server = killedService();
        server.descendants().forEach(ProcessHandle::destroyForcibly);
        server.destroyForcibly();
        server.onExit().join();
        try (var database = HoldDatabase.open(folder)) {
            assertThat(ask(database, "select what from kept")).isEqualTo("from the first day");
        }
    }

    @Test
    void a_number_that_now_belongs_to_another_program_is_no_server() throws IOException, SQLException {
        Files.writeString(pidFile(), ProcessHandle.current().pid() + "\n");
        try (var database = HoldDatabase.open(folder)) {
            assertThat(ask(database, "select what from kept")).isEqualTo("from the first day");
        }
    }

    @Test
    void a_first_start_that_was_cut_off_begins_again() throws IOException, SQLException {
        var data = folder.resolve("postgres/data");
        var aside = Files.move(data, folder.resolve("aside"));
        var unpacked = Files.createDirectories(folder.resolve("postgres/programs/PG-cut-off"));
        Files.createFile(unpacked.resolve("initdb"));
        Files.createFile(Files.createDirectories(data).resolve("postgresql.conf"));
        try (var database = HoldDatabase.open(folder)) {
            assertThat(ask(database, "select to_regclass('kept') is null")).isEqualTo("t");
            assertThat(unpacked).doesNotExist();
        }
        EmbeddedDatabase.delete(folder.resolve("postgres"));
        Files.move(aside, data);
    }

    @Test
    void data_in_use_is_not_deleted() throws IOException {
        try (var _ = HoldDatabase.open(folder)) {
            assertThatThrownBy(() -> EmbeddedDatabase.delete(folder.resolve("postgres")))
                    .hasMessageStartingWith("another Guichet is running");
        }
    }

    @Test
    void a_full_disk_is_said_at_once(@TempDir Path small) throws IOException, InterruptedException {
        var mounted = new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=16m", "none", small.toString()).start();
        assumeTrue(mounted.waitFor() == 0, "only root may mount a small disk");
        try {
            assertThatThrownBy(() -> HoldDatabase.open(small))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageMatching("the disk of .* has only 1[0-9] MB free, and the database needs 300 MB\\.");
        } finally {
            new ProcessBuilder("umount", "--lazy", small.toString()).start().waitFor();
        }
    }

    @Test
    void a_port_in_use_is_one_sentence() throws IOException {
        try (var taken = new ServerSocket(0)) {
            var port = String.valueOf(taken.getLocalPort());
            assertThat(refusal(start(Main.class, "demo", "--port", port, "--folder", folder.toString())))
                    .containsExactly("Guichet: port " + port
                            + " is in use; stop the other program or choose another port with --port.");
        }
    }

    /** The server of a service that held the database and was killed. */
    private static ProcessHandle killedService() throws IOException, InterruptedException {
        var service = start(HoldDatabase.class, folder.toString());
        assertThat(service.inputReader().lines().anyMatch("held"::equals)).isTrue();
        var pid = Long.parseLong(Files.readAllLines(pidFile()).getFirst());
        service.destroyForcibly().waitFor();
        return ProcessHandle.of(pid).orElseThrow();
    }

    private static Path pidFile() {
        return folder.resolve("postgres/data/postmaster.pid");
    }

    private static Process start(Class<?> program, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                JAVA.toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }

    /** What a program says that does not start. */
    private static List<String> refusal(Process program) throws IOException {
        var said = new String(program.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(program.onExit().orTimeout(2, TimeUnit.MINUTES).join().exitValue())
                .isEqualTo(1);
        return said.lines().toList();
    }

    private static String ask(EmbeddedDatabase database, String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword());
                var sql = connection.createStatement()) {
            if (!sql.execute(statement)) {
                return "";
            }
            var rows = sql.getResultSet();
            rows.next();
            return rows.getString(1);
        }
    }
}
