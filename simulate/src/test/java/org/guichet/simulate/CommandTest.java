package org.guichet.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CommandTest {
    @TempDir
    private Path folder;

    /** One run of the command, as a shell sees it. */
    private record Shell(int exitCode, String out, String err) {
        static Shell run(String arguments, Object... more) {
            var words = new ArrayList<>(List.of(arguments.split(" ")));
            List.of(more).forEach(it -> words.add(it.toString()));
            var out = new StringWriter();
            var err = new StringWriter();
            var exitCode = Main.command()
                    .setOut(new PrintWriter(out))
                    .setErr(new PrintWriter(err))
                    .execute(words.toArray(String[]::new));
            return new Shell(exitCode, out.toString(), err.toString());
        }
    }

    @Test
    void rows_go_out_progress_goes_to_the_side_and_the_report_into_its_file() throws IOException {
        var file = folder.resolve("rapport.html");
        var run = Shell.run("--json --seed 7 --weeks 2 --hours 1 --counters 1 --report", file);
        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines())
                .hasSizeGreaterThan(40)
                .allMatch(line -> line.matches(
                        "\\{\"table\":\"[a-z-]+\",\"row\":\"[a-z_.]+\"" + "(,\"[a-z]+\":-?[0-9.E-]+)+,\"seed\":7}"));
        assertThat(run.err()).contains("Les marchés").doesNotContain("Exception", " int", " long");
        assertThat(Files.readString(file)).contains("--seed 7 --weeks 2").endsWith("</html>\n");
    }

    @Test
    void the_smallest_world_has_somebody_in_it_and_no_figure_that_is_none() throws IOException {
        var file = folder.resolve("rapport.html");
        var run = Shell.run("--json --centres 1 --counters 1 --hours 1 --demand 10 --weeks 2 --report", file);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"table\":\"world").doesNotContain("NaN", "Infinity");
        assertThat(Files.readString(file)).doesNotContain("NaN", "Infinity").endsWith("</html>\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--weeks 1",
                "--demand viele",
                "--caught 101",
                "--early 50 --late 51",
                "--language de",
                "--weeks 104 --centres 8 --counters 12",
                "--report /",
                "--report /nowhere/report.html",
                "--sed 1",
                "--seed",
                "more"
            })
    void what_is_not_understood_gets_one_sentence_and_is_not_begun(String arguments) {
        var run = Shell.run(arguments);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("simulate: ")
                .doesNotContain("Exception", " int", " long");
    }

    @Test
    void help_names_every_assumption() {
        var help = Shell.run("--help");
        assertThat(help.exitCode()).isZero();
        assertThat(new Assumptions().command("fr").split(" "))
                .filteredOn(word -> word.startsWith("--"))
                .hasSize(18)
                .allMatch(help.out()::contains);
    }
}
