package org.guichet.app.beacon;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.guichet.core.beacon.Round;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Relays that lie, wait, break off or speak of something else, one of them honest. */
final class RelaysTest {
    /** Round 1000 of quicknet (docs/spec/draw.md). */
    private static final String TRUE =
            "b44679b9a59af2ec876b1a6b1ad52ea9b1615fc3982b19576350f93447cb1125e342b73a8dd2bacbe47e4b6b63ed5e39";

    private static final String HONEST = "{\"round\":1000,\"signature\":\"%s\"}".formatted(TRUE);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final List<HttpServer> servers = new ArrayList<>();
    private final CountDownLatch end = new CountDownLatch(1);

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    @AfterEach
    void stop() {
        end.countDown();
        servers.forEach(it -> it.stop(0));
    }

    @Test
    void the_first_valid_round_is_taken_whoever_else_lies_or_waits() {
        var relays = relays(
                says(200, HONEST.replace("b44679", "b44670")),
                says(200, HONEST.replace(TRUE, "00".repeat(48))),
                says(200, "<!doctype html><p>Welcome to the hotel network</p>"),
                says(404, HONEST),
                says(200, " ".repeat(5_000) + HONEST),
                this::never,
                HttpExchange::close,
                says(200, HONEST));
        assertThat(relays.round(1000)).map(Round::signatureHex).contains(TRUE);
    }

    @Test
    void a_true_signature_of_another_round_is_refused() {
        assertThat(relays(says(200, HONEST)).round(1001)).isEmpty();
    }

    @Test
    void without_an_honest_relay_there_is_no_round() {
        assertThat(relays(says(503, ""), this::never).round(1000)).isEmpty();
        assertThat(new Relays(List.of(URI.create("http://localhost:1")), PATIENCE).round(1000))
                .isEmpty();
        assertThat(new Relays(List.of(), PATIENCE).round(1000)).isEmpty();
    }

    private Relays relays(Answer... answers) {
        return new Relays(List.of(answers).stream().map(this::serve).toList(), PATIENCE);
    }

    private URI serve(Answer answer) {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", answer::to);
            server.start();
            servers.add(server);
            return URI.create("http://localhost:" + server.getAddress().getPort());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Answer says(int status, String body) {
        return exchange -> {
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        };
    }

    private void never(HttpExchange exchange) {
        try {
            end.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }
}
