package org.guichet.verifier.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.note.AddCheckpoint;

/** A witness on the web: {@code POST …/add-checkpoint}, and to look at, {@code GET …/<hash of origin>/checkpoint}. */
final class WitnessServer implements AutoCloseable {
    private static final String ADD = "/add-checkpoint";
    private static final Pattern LAST = Pattern.compile(".*/([0-9a-f]{64})/checkpoint");
    private static final int BACKLOG = 64;

    static {
        // The server of the JDK has its limits from here. One thread a connection, and no client holds one for long.
        limit("jdk.httpserver.maxConnections", "200");
        limit("sun.net.httpserver.maxReqTime", "10");
        limit("sun.net.httpserver.maxRspTime", "10");
        limit("sun.net.httpserver.maxReqHeaderSize", "16384");
        limit("sun.net.httpserver.nodelay", "true");
    }

    private final Witness witness;
    private final Consumer<String> alarm;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    WitnessServer(InetSocketAddress address, Witness witness, Consumer<String> alarm) throws IOException {
        this.witness = witness;
        this.alarm = alarm;
        server = HttpServer.create(address, BACKLOG);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    private static void limit(String name, String usual) {
        System.setProperty(name, System.getProperty(name, usual));
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private record Reply(int status, String type, String text) {
        private static final String TEXT = "text/plain; charset=utf-8";

        static Reply of(int status, String sentence) {
            return new Reply(status, TEXT, sentence + "\n");
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var reply = reply(exchange);
            var body = reply.text().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", reply.type());
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var method = exchange.getRequestMethod();
        var last = LAST.matcher(path);
        if (path.endsWith(ADD)) {
            return method.equals("POST") ? add(exchange) : Reply.of(405, "A checkpoint is sent with POST.");
        }
        if (last.matches() && method.equals("GET")) {
            return witness.cosigned(Hash.of(last.group(1)))
                    .map(note -> new Reply(200, Reply.TEXT, note.format()))
                    .orElseGet(() -> Reply.of(404, "Nothing was cosigned of such a log."));
        }
        return Reply.of(404, "There is nothing here.");
    }

    private Reply add(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readNBytes(AddCheckpoint.BYTES_MAX + 1);
        if (body.length > AddCheckpoint.BYTES_MAX) {
            return Reply.of(413, "The request is longer than " + AddCheckpoint.BYTES_MAX + " bytes.");
        }
        try {
            return reply(witness.add(body));
        } catch (IOException unkept) {
            alarm.accept("Nothing is cosigned, since the folder cannot be written: " + unkept);
            return Reply.of(500, "The witness cannot write down what it would sign.");
        }
    }

    private static Reply reply(Answer answer) {
        return switch (answer) {
            case Answer.Cosigned(var cosignature) -> Reply.of(200, cosignature.line());
            case Answer.Malformed(var why) -> Reply.of(400, "The request is malformed: " + why + ".");
            case Answer.Untrusted(var why) -> Reply.of(403, "The checkpoint is not trusted: " + why + ".");
            case Answer.UnknownLog() -> Reply.of(404, "This log is not watched here.");
            case Answer.StandsElsewhere(var size) -> new Reply(409, "text/x.tlog.size", size + "\n");
            case Answer.Contradicted() ->
                Reply.of(422, "The checkpoint was not shown to continue the one that was cosigned.");
        };
    }
}
