package org.guichet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.guichet.bench.measure.Pair;
import org.guichet.bench.measure.Rounds;
import org.guichet.bench.measure.Row;
import org.guichet.bench.measure.Rows;
import org.guichet.bench.service.FirstStart;
import org.guichet.bench.service.OneService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every bench, small: what it counts must be as it must; how long it takes is no matter of a test. */
final class BenchTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final FirstStart FIRST_START = FirstStart.in(Path.of(System.getProperty("java.io.tmpdir")));
    private static final OneService SERVICE = new OneService();

    private record Run(int exitCode, String out, String words) {
        static Run of(String... arguments) {
            var out = new StringWriter();
            var err = new StringWriter();
            var exitCode = Main.command(SERVICE)
                    .setOut(new PrintWriter(out))
                    .setErr(new PrintWriter(err))
                    .execute(arguments);
            return new Run(exitCode, out.toString(), err.toString());
        }

        List<JsonNode> rows() {
            return out.lines().map(JSON::readTree).toList();
        }

        String hash() {
            return rows().getFirst().get("hash").asString();
        }
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
        FIRST_START.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order",
                "assign",
                "ledger",
                "register",
                "rush",
                "reoffer",
                "cohort",
                "status",
                "slow",
                "contention",
                "growth",
                "crash"
            })
    void every_bench_runs_small_and_counts_nothing_wrong(String name) {
        var run = Run.of(name, "--small", "--seed", "7");
        assertThat(run.rows()).as(run.words()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.propertyNames()).contains("bench", "case", "value", "unit", "yardstick", "ratio", "seed");
            assertThat(row.get("bench").asString()).isEqualTo(name);
            assertThat(row.get("seed").asLong()).isEqualTo(7);
        });
        assertThat(run.rows().stream().filter(row -> row.has("must_be")))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.get("value")).isEqualTo(row.get("must_be")));
        assertThat(run.rows().stream().filter(row -> !row.has("must_be")))
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row.get("value").asDouble()).isPositive();
                    assertThat(row.get("yardstick").asDouble()).isPositive();
                });
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void the_same_seed_gives_the_same_result() {
        var hash = Run.of("order", "--labels", "100", "--rounds", "1").hash();
        assertThat(Run.of("order", "--labels", "100", "--rounds", "1").hash()).isEqualTo(hash);
        assertThat(Run.of("order", "--labels", "100", "--rounds", "1", "--seed", "2")
                        .hash())
                .isNotEqualTo(hash);
    }

    @Test
    void one_wrong_count_ends_with_failure() {
        var rows = new Rows("order", 1, new PrintWriter(new StringWriter()));
        rows.print(Row.wrong("lost", "labels", 0, 10));
        assertThat(rows.exitCode()).isZero();
        rows.print(Row.wrong("lost", "labels", 1, 10));
        rows.print(Row.wrong("lost", "labels", 0, 10));
        assertThat(rows.exitCode()).isOne();
    }

    @Test
    void the_round_in_the_middle_stands_for_all() {
        var pairs = List.of(new Pair(9, 1), new Pair(2, 1), new Pair(1, 10));
        assertThat(new Rounds(pairs).middle()).isEqualTo(new Pair(2, 1));
        assertThat(new Rounds(pairs).ratios()).containsExactly(9.0, 2.0, 0.1);
    }

    @Test
    void what_is_not_understood_is_told() {
        assertThat(Run.of("oder").exitCode()).isEqualTo(2);
        assertThat(Run.of().exitCode()).isEqualTo(2);
        assertThat(Run.of("--help").exitCode()).isZero();
    }
}
