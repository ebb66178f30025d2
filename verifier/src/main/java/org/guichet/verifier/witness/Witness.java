package org.guichet.verifier.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.note.AddCheckpoint;
import org.guichet.core.ledger.note.Checkpoint;
import org.guichet.core.ledger.note.SignedNote;
import org.guichet.core.ledger.note.VerifierKey;
import org.guichet.core.text.FormatException;

/** Cosigns the checkpoints of the logs it watches, each only if it continues the last (C2SP tlog-witness). */
final class Witness {
    private final Map<String, WatchedLog> logs = new LinkedHashMap<>();

    /**
     * A log is known by its origin, which is the name of its keys.
     *
     * @param alarm hears, in one sentence, what contradicts a history that was cosigned
     */
    Witness(List<VerifierKey> logKeys, WitnessFolder folder, InstantSource clock, Consumer<String> alarm)
            throws CannotStart {
        var keys = logKeys.stream().collect(Collectors.groupingBy(VerifierKey::name));
        for (var origin : keys.keySet()) {
            logs.put(origin, new WatchedLog(keys.getOrDefault(origin, List.of()), folder, clock, alarm));
        }
    }

    /** Answers the body of a request; when it cosigns, this is already on the disk. */
    Answer add(byte[] body) throws IOException {
        try {
            var request = AddCheckpoint.parse(body);
            var shown = Checkpoint.parse(request.checkpoint().text());
            var log = logs.get(shown.origin());
            return log == null ? new Answer.UnknownLog() : log.add(request, shown);
        } catch (FormatException malformed) {
            return new Answer.Malformed(malformed.why());
        }
    }

    /** The last checkpoint that was cosigned of the log whose origin has this hash. */
    Optional<SignedNote> cosigned(Hash origin) {
        return logs.entrySet().stream()
                .filter(log -> Hash.sha256(log.getKey().getBytes(UTF_8)).equals(origin))
                .findAny()
                .flatMap(log -> log.getValue().cosigned());
    }
}
