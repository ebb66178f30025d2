package org.guichet.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher says before it builds anything: while tests run, a build holds its lock. */
@Timeout(300)
class LauncherTest {
    private static final Path LAUNCHER = Path.of("../guichet").toAbsolutePath().normalize();

    private record Said(int exit, List<String> words) {}

    @Test
    void help_names_every_command() throws IOException, InterruptedException {
        var said = launch(LAUNCHER, Map.of(), "--help");
        assertThat(said.exit()).isZero();
        assertThat(String.join(" ", said.words()))
                .contains("demo", "serve", "check", "verify", "witness", "simulate", "bench", "catalogue", "password");
    }

    @Test
    void an_unknown_command_is_answered_with_help() throws IOException, InterruptedException {
        var said = launch(LAUNCHER, Map.of(), "demolish");
        assertThat(said.exit()).isEqualTo(2);
        assertThat(said.words()).anyMatch(it -> it.contains("./guichet demo"));
    }

    @Test
    void a_missing_jdk_is_one_sentence() throws IOException, InterruptedException {
        var said = launch(LAUNCHER, Map.of("GUICHET_JAVA_HOME", "/nowhere"), "demo");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.words())
                .containsExactly("Guichet: GUICHET_JAVA_HOME names none: install a JDK 25, for example Temurin 25 from"
                        + " https://adoptium.net.");
    }

    @Test
    void a_link_in_a_folder_with_spaces_finds_its_way(@TempDir Path folder) throws IOException, InterruptedException {
        var link = Files.createSymbolicLink(
                Files.createDirectory(folder.resolve("à côté")).resolve("guichet"), LAUNCHER);
        assertThat(launch(link, Map.of(), "--help").exit()).isZero();
    }

    private static Said launch(Path launcher, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var command = Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments))
                .toList();
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        var process = builder.start();
        var words = process.inputReader().lines().toList();
        return new Said(process.waitFor(), words);
    }
}
