package org.guichet.verifier;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLException;

/**
 * A journal on a web site. Passing faults are tried again; whatever is not a file of a journal is told in one sentence.
 */
final class HttpSource implements Source {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int GONE = 410;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    // What cannot be made smaller grows a little when it is packed.
    private static final int GZIP_BYTES_MORE = 1024;

    private final URI prefix;
    private final Patience patience;
    private final HttpClient client;

    HttpSource(URI prefix, Patience patience) {
        this.prefix = prefix;
        this.patience = patience;
        client = HttpClient.newBuilder()
                .connectTimeout(patience.timeout())
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
    }

    /** How long to wait for an answer, how often to ask, and how long to pause before asking again. */
    record Patience(Duration timeout, int attempts, Duration pause) {
        static final Patience USUAL = new Patience(Duration.ofSeconds(30), 3, Duration.ofSeconds(1));
    }

    @Override
    public Optional<byte[]> find(String path, int bytesMax) throws UnreadableException {
        var uri = URI.create(prefix.toString().replaceAll("/+$", "") + "/" + path);
        var failure = "";
        for (var attempt = 1; attempt <= patience.attempts(); attempt++) {
            try {
                if (attempt > 1) {
                    Thread.sleep(patience.pause());
                }
                var response = fetch(uri, bytesMax);
                var status = response.statusCode();
                if (status == OK) {
                    return Optional.of(body(response, bytesMax));
                }
                if (status == NOT_FOUND || status == GONE) {
                    return Optional.empty();
                }
                failure = "answers with the status " + status;
                if (status < SERVER_ERROR && status != TOO_MANY_REQUESTS) {
                    break;
                }
            } catch (TimeoutException late) {
                failure = "does not answer within " + patience.timeout().toSeconds() + " seconds";
            } catch (IOException failed) {
                failure = describe(failed);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                failure = "was not waited for";
                break;
            }
        }
        throw new UnreadableException("The address " + uri + " " + failure + ".");
    }

    // Not client.send: its timeout ends with the headers, and a server that drips the body would hold us for ever.
    private HttpResponse<byte[]> fetch(URI uri, int bytesMax)
            throws IOException, InterruptedException, TimeoutException {
        var request = HttpRequest.newBuilder(uri)
                .header("Accept-Encoding", "gzip, identity")
                .build();
        var answer = client.sendAsync(
                request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), bytesMax + GZIP_BYTES_MORE));
        try {
            return answer.get(patience.timeout().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException cause ? cause : new IOException(failed);
        } finally {
            answer.cancel(true);
        }
    }

    private static byte[] body(HttpResponse<byte[]> response, int bytesMax) throws IOException, UnreadableException {
        if (header(response, "Content-Type").startsWith("text/html")) {
            throw new UnreadableException(
                    "The address " + response.uri() + " answers with a web page instead of a file of a journal.");
        }
        if (!header(response, "Content-Encoding").equals("gzip")) {
            return response.body();
        }
        try (var plain = new GZIPInputStream(new ByteArrayInputStream(response.body()))) {
            var bytes = plain.readNBytes(bytesMax + 1);
            if (bytes.length > bytesMax) {
                throw new IOException("too long");
            }
            return bytes;
        }
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("").toLowerCase(Locale.ROOT);
    }

    private static String describe(IOException failed) {
        return switch (failed) {
            case ConnectException _ -> "cannot be reached";
            case SSLException _ -> "offers no trustworthy connection";
            default -> "broke off, or sent more than a file of a journal holds";
        };
    }
}
