package org.guichet.app;

import java.io.Console;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.IntFunction;
import org.guichet.app.catalogue.CatalogueFile;
import org.guichet.app.demo.DemoFolder;
import org.guichet.app.platform.CannotStart;
import org.guichet.app.platform.StartProblems;
import org.springframework.boot.SpringApplication;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The commands of the service. */
@Command(
        name = "guichet",
        mixinStandardHelpOptions = true,
        description = "Fair, verifiable appointments for public counters.",
        subcommands = {Main.Demo.class, Main.Serve.class, Main.Catalogue.class, Main.Password.class})
public final class Main implements Callable<Integer> {
    private static final int FAILED = 1;

    public static void main(String[] arguments) {
        // What people read is in their own language; nothing else may depend on the machine's.
        Locale.setDefault(Locale.ROOT);
        var exit = new CommandLine(new Main()).execute(arguments);
        // A service goes on in its own threads; every other command is over.
        if (exit != CommandLine.ExitCode.OK || !serving) {
            System.exit(exit);
        }
    }

    private static boolean serving;

    @Override
    public Integer call() {
        CommandLine.usage(this, System.out);
        return CommandLine.ExitCode.USAGE;
    }

    @Command(
            name = "demo",
            mixinStandardHelpOptions = true,
            description = "Serves everything on this machine with example data.")
    static final class Demo implements Callable<Integer> {
        @Option(
                names = "--port",
                defaultValue = "8080",
                description = "Where it listens (default ${DEFAULT-VALUE}); 0 for any that is free.")
        int port;

        @Option(names = "--fresh", description = "Forgets everything and begins again.")
        boolean fresh;

        @Option(
                names = "--folder",
                defaultValue = "${sys:guichet.folder:-var}",
                description = "Where data is kept (default ${DEFAULT-VALUE}).")
        Path folder = Path.of("var");

        @Option(
                names = "--people",
                defaultValue = "1200",
                description = "How many invented requests there are (default ${DEFAULT-VALUE}).")
        int people;

        @Override
        public Integer call() {
            return serve(
                    port,
                    free -> {
                        var settings = new LinkedHashMap<String, Object>();
                        settings.put(
                                "guichet.catalogues",
                                DemoFolder.prepare(folder, fresh).toString());
                        settings.put("guichet.demo", "true");
                        settings.put("guichet.people", people);
                        settings.put("guichet.folder", folder.toString());
                        settings.put("guichet.public-address", "http://localhost:" + free);
                        settings.put("server.port", free);
                        settings.put("logging.pattern.console", "%d{HH:mm:ss} %m%n");
                        say("Starting the demo in " + folder.toAbsolutePath().normalize() + " …");
                        return settings;
                    },
                    DemoFolder::addresses);
        }
    }

    @Command(name = "serve", mixinStandardHelpOptions = true, description = "Serves in production.")
    static final class Serve implements Callable<Integer> {
        @Option(names = "--config", required = true, description = "The settings, a YAML file; see docs/operating.md.")
        Path config = Path.of("");

        @Option(names = "--port", defaultValue = "8080", description = "Where it listens (default ${DEFAULT-VALUE}).")
        int port;

        @Override
        public Integer call() {
            return serve(
                    port,
                    free -> {
                        if (!Files.isReadable(config)) {
                            throw new CannotStart("the settings " + config + " cannot be read; check the name.");
                        }
                        say("Starting with " + config + " …");
                        return Map.of(
                                "spring.config.additional-location",
                                config.toUri().toString(),
                                "server.port",
                                free);
                    },
                    "Guichet serves on port %d."::formatted);
        }
    }

    @Command(
            name = "catalogue",
            mixinStandardHelpOptions = true,
            description = "Checks a catalogue file and lists everything that is wrong in it.")
    static final class Catalogue implements Callable<Integer> {
        @Parameters(paramLabel = "FILE", description = "The catalogue, a YAML file.")
        Path file = Path.of("");

        @Override
        public Integer call() throws IOException {
            if (!Files.isReadable(file)) {
                return fail("the catalogue " + file + " cannot be read; check the name.");
            }
            return switch (CatalogueFile.read(Files.readString(file))) {
                case CatalogueFile.Reading.Good(var catalogue) -> {
                    say("%s is good: %d centres, %d procedures, %d opening rules."
                            .formatted(
                                    file,
                                    catalogue.centres().size(),
                                    catalogue.procedures().size(),
                                    catalogue.openings().size()));
                    yield CommandLine.ExitCode.OK;
                }
                case CatalogueFile.Reading.Bad(var complaints) -> {
                    complaints.forEach(it -> System.err.println(file + ", " + it));
                    yield FAILED;
                }
            };
        }
    }

    @Command(
            name = "password",
            mixinStandardHelpOptions = true,
            description = "Makes the hash of a password for an agent in the catalogue file.")
    static final class Password implements Callable<Integer> {
        @Override
        public Integer call() throws IOException {
            var typed = Optional.ofNullable(System.console())
                    .filter(Console::isTerminal)
                    .map(it -> new String(it.readPassword("Password: ")))
                    .orElseGet(Password::piped);
            if (typed.length() < 8) {
                return fail("a password has at least 8 characters.");
            }
            say(new BCryptPasswordEncoder(12).encode(typed));
            return CommandLine.ExitCode.OK;
        }

        private static String piped() {
            return new java.util.Scanner(System.in, java.nio.charset.StandardCharsets.UTF_8).nextLine();
        }
    }

    /** Serves with settings made for a port that is free, and then says what is to be said about it. */
    private static int serve(int wanted, IntFunction<Map<String, Object>> settings, IntFunction<String> ready) {
        try {
            var port = freePort(wanted);
            var application = new SpringApplication(Service.class);
            // Above every file, as what is typed on a command line should be.
            var arguments = settings.apply(port).entrySet().stream()
                    .map(it -> "--" + it.getKey() + "=" + it.getValue())
                    .toArray(String[]::new);
            application.run(arguments);
            serving = true;
            say(ready.apply(port));
            return CommandLine.ExitCode.OK;
        } catch (CannotStart known) {
            return fail(String.valueOf(known.getMessage()));
        } catch (RuntimeException failure) {
            // Said already, by StartProblems in one sentence or by Spring with its whole story.
            return FAILED;
        }
    }

    // Asked before the database is started, so that the answer comes at once.
    private static int freePort(int wanted) {
        try (var socket = new ServerSocket(wanted)) {
            return socket.getLocalPort();
        } catch (IOException taken) {
            throw new CannotStart(StartProblems.portInUse(wanted));
        }
    }

    private static int fail(String sentence) {
        System.err.println("Guichet: " + sentence);
        return FAILED;
    }

    private static void say(String sentence) {
        System.out.println(sentence);
    }
}
