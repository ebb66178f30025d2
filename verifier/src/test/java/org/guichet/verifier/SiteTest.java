package org.guichet.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal behind a web server, sound and broken. */
final class SiteTest {
    private static final HttpSource.Patience LONG =
            new HttpSource.Patience(Duration.ofMinutes(2), 2, Duration.ofMillis(1));
    private static final HttpSource.Patience SHORT =
            new HttpSource.Patience(Duration.ofMillis(500), 2, Duration.ofMillis(1));

    @TempDir
    private Path folder;

    private HttpServer server;
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);

    SiteTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    }

    @BeforeEach
    void start() {
        new TestJournal(folder).publish(Story.drawn(600));
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
    }

    @Test
    void a_journal_on_a_site_holds() {
        server.createContext("/journal", SimpleFileServer.createFileHandler(folder.toAbsolutePath()));
        var run = Run.of("http:/" + server.getAddress() + "/journal/");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("Everything that was checked holds.");
        assertThat(run.err()).contains("Read 605 of 605 leaves.");
    }

    @Test
    void a_compressed_answer_is_unpacked() {
        serve(exchange -> {
            var bytes = new ByteArrayOutputStream();
            try (var packed = new GZIPOutputStream(bytes)) {
                packed.write(Files.readAllBytes(file(exchange)));
            }
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            answer(exchange, 200, bytes.toByteArray());
        });
        assertThat(check().verdict()).isEqualTo(Report.Verdict.HOLDS);
    }

    @Test
    void a_site_without_a_journal_is_told_in_one_sentence() {
        serve(exchange -> answer(exchange, 404, new byte[0]));
        assertUnreadable("There is no journal: the file checkpoint is missing.");
    }

    @Test
    void a_web_page_instead_of_a_journal_is_told() {
        serve(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            answer(exchange, 200, "<!doctype html>".getBytes(UTF_8));
        });
        assertUnreadable("answers with a web page instead of a file of a journal.");
    }

    @Test
    void a_web_page_that_says_it_is_text_is_told() {
        serve(exchange -> answer(exchange, 200, "<!doctype html>\n<p>404</p>\n".getBytes(UTF_8)));
        assertUnreadable("There is no journal: the file checkpoint is no signed note, since");
    }

    @Test
    void a_server_in_trouble_is_asked_again_and_then_told() {
        serve(exchange -> answer(exchange, 503, new byte[0]));
        assertUnreadable("answers with the status 503.");
        assertThat(asked).hasValue(LONG.attempts());
    }

    @Test
    void a_passing_trouble_does_no_harm() {
        var times = new AtomicInteger();
        serve(exchange -> {
            if (times.getAndIncrement() == 0) {
                answer(exchange, 503, new byte[0]);
            } else {
                file(exchange, Integer.MAX_VALUE);
            }
        });
        assertThat(check().verdict()).isEqualTo(Report.Verdict.HOLDS);
    }

    @Test
    void a_server_that_never_answers_is_told() {
        serve(exchange -> pause());
        assertUnreadable(SHORT, "does not answer within");
    }

    @Test
    void a_server_that_drips_its_answer_is_told() {
        serve(exchange -> {
            exchange.sendResponseHeaders(200, 1000);
            exchange.getResponseBody().write('g');
            exchange.getResponseBody().flush();
            pause();
        });
        assertUnreadable(SHORT, "does not answer within");
    }

    @Test
    void an_answer_without_end_is_cut_off() {
        serve(exchange -> answer(exchange, 200, new byte[2_000_000]));
        assertUnreadable("broke off, or sent more than a file of a journal holds.");
    }

    @Test
    void a_truncated_tile_is_wrong_and_not_merely_unreadable() {
        serve(exchange ->
                file(exchange, exchange.getRequestURI().getPath().endsWith("/tile/0/000") ? 8000 : 9_999_999));
        assertThat(check().findings())
                .extracting(Finding::sentence)
                .containsExactly("Leaf 0: the tile tile/0/000 is wrong, since the tile is 8000 bytes long instead of"
                        + " 8192.");
    }

    @Test
    void a_site_that_nobody_runs_is_told() {
        server.stop(0);
        assertUnreadable("cannot be reached.");
    }

    private void assertUnreadable(String sentence) {
        assertUnreadable(LONG, sentence);
    }

    private void assertUnreadable(HttpSource.Patience patience, String sentence) {
        var report = check(patience);
        assertThat(report.verdict()).isEqualTo(Report.Verdict.UNREADABLE);
        assertThat(report.unreadable())
                .hasValueSatisfying(why -> assertThat(why).contains(sentence));
    }

    private Report check() {
        return check(LONG);
    }

    private Report check(HttpSource.Patience patience) {
        var source = new HttpSource(URI.create("http:/" + server.getAddress() + "/journal"), patience);
        var wishes =
                new Verification.Wishes(List.of(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
        var report = new Report("journal");
        new Verification(source, wishes, report, line -> {}).run();
        return report;
    }

    private void serve(HttpHandler handler) {
        server.createContext("/journal", exchange -> {
            asked.incrementAndGet();
            handler.handle(exchange);
        });
    }

    private void file(HttpExchange exchange, int bytesMax) throws IOException {
        var file = file(exchange);
        if (Files.exists(file)) {
            var bytes = Files.readAllBytes(file);
            answer(exchange, 200, Arrays.copyOf(bytes, Math.min(bytes.length, bytesMax)));
        } else {
            answer(exchange, 404, new byte[0]);
        }
    }

    private Path file(HttpExchange exchange) {
        return folder.resolve(exchange.getRequestURI().getPath().substring("/journal/".length()));
    }

    private static void answer(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private void pause() {
        try {
            end.await();
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }
}
