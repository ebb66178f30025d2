package org.guichet.core.ledger.leaf;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.guichet.core.ledger.note.Checkpoint;
import org.guichet.core.ledger.note.Endorsement;
import org.guichet.core.ledger.note.TlogProof;
import org.guichet.core.ledger.note.VerifierKey;
import org.guichet.core.ledger.note.WitnessList;
import org.guichet.core.text.FormatException;

/**
 * The proof that witnesses saw a leaf before a round was known (docs/spec/draw.md): a tlog-proof of the seal of a list,
 * or of the leaf that makes its draw void, with the list of the witnesses as its extra data.
 */
public record WitnessProof(TlogProof proof, WitnessList witnesses) {
    /** How far the clock of a witness may be behind that of the site. */
    public static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    /** What checking a proof comes to. */
    public sealed interface Outcome {
        /** These witnesses saw the leaf in time; each once. */
        record Holds(Checkpoint checkpoint, List<Endorsement> seen) implements Outcome {}

        /** The leaf may be younger than the round; why, in English, as a clause. */
        record Refused(String why) implements Outcome {}
    }

    public static WitnessProof of(TlogProof proof, WitnessList witnesses) {
        return new WitnessProof(proof.with(witnesses.text().getBytes(UTF_8)), witnesses);
    }

    public static WitnessProof parse(byte[] bytes) throws FormatException {
        var proof = TlogProof.parse(bytes);
        return new WitnessProof(proof, WitnessList.parse(proof.extraBytes()));
    }

    /** Whether as many as {@code quorum} wants saw this leaf in the log with this key before {@code known}. */
    public Outcome check(Leaf leaf, VerifierKey log, Quorum quorum, Instant known) {
        if (!witnesses.hash().equals(quorum.witnesses())) {
            return new Outcome.Refused("its witnesses are not those that were declared");
        }
        return switch (proof.check(leaf.bytes(), log, witnesses.keys())) {
            case TlogProof.Outcome.Refused(var why) -> new Outcome.Refused(why);
            case TlogProof.Outcome.Holds(var checkpoint, var endorsements) ->
                count(checkpoint, inTime(endorsements, log, known), quorum, known);
        };
    }

    /** Whether as many as the window wants saw this seal after it closed and before {@code known}. */
    public Outcome check(Leaf.Seal seal, VerifierKey log, Leaf.Window window, Instant known) {
        return switch (check(seal, log, window.quorum(), known)) {
            case Outcome.Refused refused -> refused;
            case Outcome.Holds(var checkpoint, var seen) -> closed(checkpoint, seen, window);
        };
    }

    private static Outcome closed(Checkpoint checkpoint, List<Endorsement> seen, Leaf.Window window) {
        var open = window.closes().minus(CLOCK_SKEW);
        var after = seen.stream()
                .filter(by -> by.time().filter(open::isAfter).isEmpty())
                .toList();
        return after.size() >= window.quorum().count()
                ? new Outcome.Holds(checkpoint, after)
                : new Outcome.Refused((seen.size() - after.size()) + " of its witnesses saw it sealed before its window"
                        + " closed at " + window.closes());
    }

    private static Outcome count(Checkpoint checkpoint, List<Endorsement> seen, Quorum quorum, Instant known) {
        return seen.size() >= quorum.count()
                ? new Outcome.Holds(checkpoint, seen)
                : new Outcome.Refused("of the declared witnesses " + seen.size() + " saw it before " + known + ", and "
                        + quorum.count() + " must have");
    }

    // Whoever signs twice is still one witness.
    private static List<Endorsement> inTime(List<Endorsement> endorsements, VerifierKey log, Instant known) {
        var witnesses = new HashSet<VerifierKey>();
        return endorsements.stream()
                .filter(by -> !by.key().equals(log))
                .filter(by -> by.time().filter(known::isAfter).isPresent())
                .filter(by -> witnesses.add(by.key()))
                .toList();
    }
}
