package org.guichet.core.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.guichet.core.ledger.Hash;
import org.guichet.core.text.Canonical;
import org.guichet.core.text.FormatException;

/** The witnesses that a log declares, by their keys: as text, a verifier key a line (docs/spec/log.md). */
public record WitnessList(List<VerifierKey> keys) {
    public static final WitnessList NONE = new WitnessList(List.of());

    public WitnessList {
        keys = List.copyOf(keys);
        if (keys.stream().map(VerifierKey::name).distinct().count() < keys.size()
                || !keys.stream().allMatch(key -> key.type().isTimestamped())) {
            throw new IllegalArgumentException("Witnesses have different names, and keys that sign with the time");
        }
    }

    public static WitnessList parse(byte[] bytes) throws FormatException {
        var keys = new ArrayList<VerifierKey>();
        var text = Canonical.utf8(bytes);
        if (!text.isEmpty() && !text.endsWith("\n")) {
            throw new FormatException("the list of witnesses does not end in a line feed");
        }
        for (var line : text.lines().toList()) {
            keys.add(VerifierKey.parse(line));
        }
        try {
            return new WitnessList(keys);
        } catch (IllegalArgumentException unusable) {
            throw new FormatException("the witnesses have the same name, or a key that signs without the time");
        }
    }

    public String text() {
        return keys.stream().map(key -> key.text() + "\n").collect(Collectors.joining());
    }

    /** What a leaf declares them by. */
    public Hash hash() {
        return Hash.sha256(text().getBytes(UTF_8));
    }
}
