package org.guichet.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The report of the simulator, as a minister opens it: from a file, on a phone. */
@Timeout(900)
class ReportTest {
    private static final Path JAR = Path.of("../simulate/target/guichet-simulate.jar");

    private static final String TABLES_SIDEWAYS = """
            () => [...document.querySelectorAll('.table')]
              .filter(it => it.scrollWidth > it.clientWidth)
              .map(it => it.getAttribute('aria-label'))""";

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void the_report_is_for_everybody_and_fits_a_phone(String language, @TempDir Path folder)
            throws IOException, InterruptedException, ExecutionException {
        var report = simulated(language, folder);
        try (var context = Chromium.laboratory();
                var checker = new Checker()) {
            var html = checker.check(Files.readString(report));
            var axe = new Axe();
            axe.prepare(context);
            var page = context.newPage();
            page.navigate(report.toUri().toString());
            assertThat(axe.problems(page, true)).isEmpty();
            assertThat(html.get()).isEmpty();
            for (var width : List.of(320, 360)) {
                page.setViewportSize(width, 740);
                assertThat(page.evaluate(Laboratory.SIDEWAYS)).isEqualTo(false);
                assertThat(Axe.strings(page.evaluate(TABLES_SIDEWAYS))).isEmpty();
            }
            page.setViewportSize(1280, 800);
            assertThat(rowsOfTwoLines(page)).as("a wide page has a line a row").isZero();
        }
    }

    private static int rowsOfTwoLines(Page page) {
        return (int) page.evaluate("() => [...document.querySelectorAll('.wide th[scope=row]')]"
                + ".filter(it => it.offsetTop !== it.nextElementSibling.offsetTop).length");
    }

    /** A very small world. */
    private static Path simulated(String language, Path folder) throws IOException, InterruptedException {
        var report = folder.resolve("report.html");
        var simulator = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        JAR.toString(),
                        "--weeks=4",
                        "--demand=120",
                        "--centres=1",
                        "--counters=1",
                        "--hours=2",
                        "--language=" + language,
                        "--report=" + report)
                .redirectErrorStream(true)
                .start();
        var said = simulator.inputReader().lines().toList();
        assertThat(simulator.waitFor()).as(String.join("\n", said)).isZero();
        return report;
    }
}
