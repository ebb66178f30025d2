package org.guichet.app.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LeftOverTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void a_number_that_now_belongs_to_somebody_else_is_no_server() throws IOException {
        assertThat(named("", "somebody-else")).isEqualTo(LeftOver.NONE);
        assertThat(named("/usr/lib/postgresql/17/bin/postgres", "somebody-else"))
                .isEqualTo(LeftOver.NONE);
        assertThat(named("", "guichet")).as("nobody knows what it runs").isEqualTo(LeftOver.UNKNOWN);
        assertThat(named("/usr/lib/postgresql/17/bin/postgres", "guichet")).isEqualTo(LeftOver.UNKNOWN);
        assertThat(named("/usr/bin/vim", "guichet")).isEqualTo(LeftOver.NONE);
        assertThat(named(folder.toRealPath().resolve("bin/postgres").toString(), "guichet"))
                .isEqualTo(LeftOver.OURS);
    }

    private LeftOver named(String program, String user) throws IOException {
        return LeftOver.of(new Running(program, user), Optional.of("guichet"), folder);
    }

    /** A process; nothing is said of what cannot be read. */
    private record Running(String program, String owner) implements ProcessHandle.Info {
        @Override
        public Optional<String> command() {
            return Optional.of(program).filter(it -> !it.isEmpty());
        }

        @Override
        public Optional<String> user() {
            return Optional.of(owner);
        }

        @Override
        public Optional<String> commandLine() {
            return command();
        }

        @Override
        public Optional<String[]> arguments() {
            return Optional.empty();
        }

        @Override
        public Optional<Instant> startInstant() {
            return Optional.empty();
        }

        @Override
        public Optional<Duration> totalCpuDuration() {
            return Optional.empty();
        }
    }
}
