package org.guichet.app.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.guichet.core.ledger.note.AddCheckpoint;
import org.guichet.core.ledger.note.SignatureType;
import org.guichet.core.ledger.note.SignerKey;
import org.guichet.core.text.FormatException;

/** A witness that answers, with status 200, whatever a test wants. */
record FakeWitness(HttpServer server, Witness witness, AtomicInteger asked) implements AutoCloseable {
    static FakeWitness answering(String name, BiFunction<SignerKey, AddCheckpoint, String> answer) {
        var key = SignerKey.generate(name, SignatureType.TIMESTAMPED_ML_DSA_44, new SecureRandom());
        var asked = new AtomicInteger();
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/", exchange -> {
                try (exchange) {
                    asked.incrementAndGet();
                    var request = AddCheckpoint.parse(exchange.getRequestBody().readAllBytes());
                    var body = answer.apply(key, request).getBytes(UTF_8);
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                } catch (FormatException malformed) {
                    throw new IOException(malformed);
                }
            });
            server.start();
            var line = "http://127.0.0.1:" + server.getAddress().getPort() + "/ "
                    + key.verifier().text();
            return new FakeWitness(server, Witness.parse(line), asked);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static String honest(SignerKey key, AddCheckpoint request) {
        return key.sign(request.checkpoint().text(), Instant.now()).line() + "\n";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
