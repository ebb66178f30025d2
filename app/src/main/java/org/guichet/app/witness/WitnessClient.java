package org.guichet.app.witness;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.guichet.core.ledger.Merkle;
import org.guichet.core.ledger.note.AddCheckpoint;
import org.guichet.core.ledger.note.NoteSignature;
import org.guichet.core.text.Canonical;
import org.guichet.core.text.FormatException;

/** Asks a witness (C2SP tlog-witness), and believes nothing of what it says but a valid signature. */
final class WitnessClient implements AutoCloseable {
    private static final int ANSWER_BYTES_MAX = 64 * 1024;

    private final Duration patience;
    private final HttpClient http;

    WitnessClient(Duration patience) {
        this.patience = patience;
        this.http = HttpClient.newBuilder().connectTimeout(patience).build();
    }

    sealed interface Answer {
        record Cosigned(NoteSignature line, Instant at) implements Answer {}

        record StandsElsewhere(long size) implements Answer {}

        /** No cosignature; why, as the end of a sentence that begins with the witness. */
        record Failed(String why) implements Answer {}
    }

    Answer ask(Witness witness, AddCheckpoint request) {
        try {
            var answer = send(URI.create(witness.address() + "/add-checkpoint"), request);
            var body = Canonical.utf8(answer.body());
            return switch (answer.statusCode()) {
                case 200 -> cosignature(witness, request, body);
                case 409 -> new Answer.StandsElsewhere(Canonical.number(body.strip(), Merkle.SIZE_MAX));
                case 403 -> new Answer.Failed("does not trust the key of this journal");
                case 404 -> new Answer.Failed("does not watch this journal, or is not at this address");
                case 422 -> new Answer.Failed("says that this journal does not continue what it cosigned");
                default -> new Answer.Failed("answers with the status " + answer.statusCode());
            };
        } catch (FormatException malformed) {
            return new Answer.Failed("answers with something else than the protocol says: " + malformed.why());
        } catch (TimeoutException late) {
            return new Answer.Failed("does not answer within " + patience.toMillis() + " ms");
        } catch (ConnectException unreachable) {
            return new Answer.Failed("cannot be reached");
        } catch (IOException failed) {
            return new Answer.Failed("broke off, or said too much: " + failed.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Answer.Failed("was not waited for");
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    // Not http.send: its timeout ends with the headers, and a witness that drips the body would hold us for ever.
    private HttpResponse<byte[]> send(URI address, AddCheckpoint request)
            throws IOException, InterruptedException, TimeoutException {
        var body = HttpRequest.BodyPublishers.ofString(request.format(), StandardCharsets.UTF_8);
        var answer = http.sendAsync(
                HttpRequest.newBuilder(address).POST(body).build(),
                BodyHandlers.limiting(BodyHandlers.ofByteArray(), ANSWER_BYTES_MAX));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException cause ? cause : new IOException(failed);
        } finally {
            answer.cancel(true);
        }
    }

    private static Answer cosignature(Witness witness, AddCheckpoint request, String body) throws FormatException {
        for (var line : body.lines().toList()) {
            var signature = NoteSignature.parse(line);
            if (witness.key().claims(signature)) {
                return witness.key()
                        .verify(request.checkpoint().text(), signature)
                        .flatMap(it -> it.time())
                        .<Answer>map(at -> new Answer.Cosigned(signature, at))
                        .orElseGet(() -> new Answer.Failed("answers with a wrong signature"));
            }
        }
        return new Answer.Failed("does not sign with the key it is known by");
    }
}
