package org.guichet.verifier.witness;

import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.guichet.core.ledger.Consistency;
import org.guichet.core.ledger.Merkle;
import org.guichet.core.ledger.note.AddCheckpoint;
import org.guichet.core.ledger.note.Checkpoint;
import org.guichet.core.ledger.note.SignedNote;
import org.guichet.core.ledger.note.VerifierKey;
import org.guichet.core.text.FormatException;

/** A log, the keys it is known by, and the one history of it that the witness cosigns. */
final class WatchedLog {
    private final String origin;
    private final List<VerifierKey> keys;
    private final WitnessFolder folder;
    private final InstantSource clock;
    private final Consumer<String> alarm;
    private Optional<SignedNote> cosigned;
    private Checkpoint known;

    WatchedLog(List<VerifierKey> keys, WitnessFolder folder, InstantSource clock, Consumer<String> alarm)
            throws CannotStart {
        this.origin = keys.getFirst().name();
        this.keys = List.copyOf(keys);
        this.folder = folder;
        this.clock = clock;
        this.alarm = alarm;
        this.cosigned = folder.known(origin);
        this.known = cosigned.isEmpty() ? new Checkpoint(origin, 0, Merkle.EMPTY) : checkpoint(cosigned.get());
    }

    /** The last checkpoint that was cosigned, with its cosignature. */
    synchronized Optional<SignedNote> cosigned() {
        return cosigned;
    }

    /** In the order that C2SP tlog-witness gives for its refusals. */
    Answer add(AddCheckpoint request, Checkpoint shown) throws IOException {
        if (request.checkpoint().verify(keys) instanceof SignedNote.Outcome.Refused(var why)) {
            return new Answer.Untrusted(why);
        }
        if (request.old() > shown.size()) {
            return new Answer.Malformed("the old size is greater than that of the checkpoint");
        }
        return follow(request, shown);
    }

    // One after the other, or a slower request could take back what a faster one was told.
    private synchronized Answer follow(AddCheckpoint request, Checkpoint shown) throws IOException {
        var note = signedByLog(request.checkpoint());
        var isFork = shown.size() == known.size() && !shown.root().equals(known.root());
        if (isFork) {
            keep(Evidence.Kind.FORK, note, "has two histories: it signed two roots for " + known.size() + " leaves");
        }
        if (request.old() != known.size()) {
            return new Answer.StandsElsewhere(known.size());
        }
        if (!new Consistency(known.size(), shown.size(), request.path()).holds(known.root(), shown.root())) {
            if (!isFork) {
                keep(
                        Evidence.Kind.DOUBT,
                        note,
                        "signed " + shown.size() + " leaves, and the proof that came with them, from whomever, does"
                                + " not show that they continue the " + known.size() + " known");
            }
            return new Answer.Contradicted();
        }
        var cosignature = folder.key().sign(note.text(), clock.instant());
        var witnessed = note.with(List.of(cosignature));
        // Before the answer: what was said and forgotten could be contradicted.
        folder.remember(origin, witnessed);
        cosigned = Optional.of(witnessed);
        known = shown;
        return new Answer.Cosigned(cosignature);
    }

    private void keep(Evidence.Kind kind, SignedNote shown, String what) throws IOException {
        if (cosigned.isEmpty()) {
            return;
        }
        var sentence = kind + ": the log " + origin + " " + what;
        try {
            if (folder.evidence().keep(kind, cosigned.get(), shown)) {
                alarm.accept(sentence + ". Both signed notes are kept in evidence.");
            }
        } catch (IOException unkept) {
            alarm.accept(sentence + ". The signed notes cannot be kept: " + unkept);
            throw unkept;
        }
    }

    // Whatever strangers appended is not kept.
    private SignedNote signedByLog(SignedNote note) {
        return new SignedNote(
                note.text(),
                note.signatures().stream()
                        .filter(signature -> keys.stream().anyMatch(key -> key.claims(signature)))
                        .toList());
    }

    private static Checkpoint checkpoint(SignedNote note) throws CannotStart {
        try {
            return Checkpoint.parse(note.text());
        } catch (FormatException malformed) {
            throw new CannotStart("what the witness remembers is no checkpoint (" + malformed.why() + ").");
        }
    }
}
