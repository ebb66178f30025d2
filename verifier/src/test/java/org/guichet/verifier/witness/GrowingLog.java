package org.guichet.verifier.witness;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guichet.core.ledger.Consistency;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.Merkle;
import org.guichet.core.ledger.Nodes;
import org.guichet.core.ledger.note.AddCheckpoint;
import org.guichet.core.ledger.note.Checkpoint;
import org.guichet.core.ledger.note.SignatureType;
import org.guichet.core.ledger.note.SignedNote;
import org.guichet.core.ledger.note.SignerKey;

/** One history of a log; others of the same log share its key. */
record GrowingLog(SignerKey key, List<Hash> leaves) {
    static GrowingLog of(String origin, int size) {
        var key = SignerKey.generate(origin, SignatureType.ED25519, new SecureRandom());
        return new GrowingLog(key, List.of()).grown("leaf", size);
    }

    /** The same history with so many more leaves; another name makes it another history. */
    GrowingLog grown(String name, int more) {
        var grown = new ArrayList<>(leaves);
        IntStream.range(0, more).forEach(i -> grown.add(Merkle.leaf((name + i).getBytes(UTF_8))));
        return new GrowingLog(key, List.copyOf(grown));
    }

    Checkpoint checkpoint() {
        return new Checkpoint(key.verifier().name(), leaves.size(), Merkle.root(leaves));
    }

    SignedNote note() {
        return checkpoint().sign(Instant.now(), List.of(key));
    }

    /** The request that is right when the witness stands at the size {@code old} of this history. */
    AddCheckpoint after(int old) {
        return new AddCheckpoint(
                old, Consistency.prove(old, leaves.size(), Nodes.of(leaves)).path(), note());
    }

    String body(int old) {
        return after(old).format();
    }

    /** The options that let a witness watch it. */
    Stream<String> options() {
        return Stream.of("--log", key.verifier().text());
    }
}
