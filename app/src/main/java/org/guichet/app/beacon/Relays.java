package org.guichet.app.beacon;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.guichet.core.beacon.Chain;
import org.guichet.core.beacon.Round;
import org.guichet.core.text.FormatException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Rounds of quicknet from drand relays over HTTPS, the first relay that has a valid one. */
final class Relays implements Beacon {
    private static final Logger LOG = LoggerFactory.getLogger(Relays.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int GOOD = 200;
    private static final int ANSWER_LENGTH_MAX = 4096;
    private static final Pattern SIGNATURE = Pattern.compile("\"signature\"\\s*:\\s*\"([0-9a-f]{96})\"");

    private final List<URI> relays;
    private final Duration patience;
    private final HttpClient http;
    // The round that each relay was last blamed for: once is enough, though it is asked again and again.
    private final Map<URI, Long> blamed = new ConcurrentHashMap<>();

    Relays(List<URI> relays) {
        this(relays, PATIENCE);
    }

    Relays(List<URI> relays, Duration patience) {
        this.relays = relays;
        this.patience = patience;
        this.http = HttpClient.newBuilder().connectTimeout(patience).build();
    }

    @Override
    public Chain chain() {
        return Chain.QUICKNET;
    }

    @Override
    public Optional<Round> round(long number) {
        return relays.stream().flatMap(relay -> ask(relay, number).stream()).findFirst();
    }

    private Optional<Round> ask(URI relay, long number) {
        var address = URI.create(relay + "/" + chain().hash().hex() + "/public/" + number);
        try {
            var request = HttpRequest.newBuilder(address).timeout(patience).build();
            var answer = http.send(
                    request,
                    HttpResponse.BodyHandlers.limiting(HttpResponse.BodyHandlers.ofString(), ANSWER_LENGTH_MAX));
            var found = SIGNATURE.matcher(answer.body());
            if (answer.statusCode() == GOOD && found.find()) {
                var round = Round.parse(number, found.group(1));
                if (round.check(chain()) instanceof Round.Outcome.Valid) {
                    return Optional.of(round);
                }
            }
            blame(relay, number, "its answer has status " + answer.statusCode() + " and no valid signature");
        } catch (IOException | FormatException failed) {
            blame(relay, number, failed.toString());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private void blame(URI relay, long number, String what) {
        if (!Objects.equals(blamed.put(relay, number), number)) {
            LOG.warn("The relay {} does not give round {}: {}", relay, number, what);
        }
    }
}
