package org.guichet.bench.crash;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.guichet.app.platform.EmbeddedDatabase;
import org.guichet.app.platform.Settings;
import org.guichet.bench.Main;
import org.guichet.bench.service.RunningService;

/** A node that serves beside others, with all its jobs, at an address that it keeps. */
final class Node {
    private static final List<String> FLAGS = List.of(
            "-Xmx160m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final RunningService service;
    private final int port;
    private Process process;

    Node(RunningService service) {
        this.service = service;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        process = start();
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    /** SIGKILL; answers when. */
    long kill() {
        var moment = System.nanoTime();
        process.destroyForcibly().onExit().join();
        return moment;
    }

    /** As whoever watches over it would. */
    void startAgain() {
        process = start();
        awaitReady();
    }

    /** Returns when it serves. */
    void awaitReady() {
        try {
            for (var line = process.inputReader().readLine();
                    !NodeCommand.READY.equals(line);
                    line = process.inputReader().readLine()) {
                if (line == null) {
                    throw new IllegalStateException("The node did not start; see its log " + log());
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Process start() {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(program(System.getProperty("java.class.path")));
        command.addAll(settings());
        var builder = new ProcessBuilder(command);
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().remove("JDK_JAVA_OPTIONS");
        builder.environment()
                .put(
                        "SPRING_DATASOURCE_PASSWORD",
                        service.get(EmbeddedDatabase.class).getPassword());
        try {
            return builder.redirectError(ProcessBuilder.Redirect.appendTo(log()))
                    .start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** This program again: from its jar, or from the classes of a build. */
    private static List<String> program(String classes) {
        return classes.endsWith(".jar") && !classes.contains(File.pathSeparator)
                ? List.of("-jar", classes, "node")
                : List.of("-cp", classes, Main.class.getName(), "node");
    }

    private List<String> settings() {
        var database = service.get(EmbeddedDatabase.class);
        var settings = service.get(Settings.class);
        return List.of(
                "--",
                "--guichet.folder=" + settings.folder(),
                "--guichet.catalogues=" + settings.catalogues().getFirst(),
                "--spring.datasource.url=" + database.getJdbcUrl(),
                "--spring.datasource.username=" + database.getUsername(),
                "--server.port=" + port);
    }

    private File log() {
        return service.get(Settings.class)
                .folder()
                .resolve("node-" + port + ".log")
                .toFile();
    }
}
