package org.guichet.verifier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.guichet.core.ledger.leaf.Leaf;
import org.guichet.core.ledger.leaf.SealProof;
import org.guichet.core.ledger.leaf.WindowId;
import org.guichet.core.ledger.note.Checkpoint;
import org.guichet.core.ledger.note.Endorsement;
import org.guichet.core.ledger.note.SignedNote;
import org.guichet.core.ledger.note.VerifierKey;
import org.guichet.core.text.FormatException;

/** Checks what witnesses saw: the checkpoint, and each sealed list before its round was known (docs/spec/draw.md). */
final class WitnessCheck {
    private final List<VerifierKey> known;
    private final List<VerifierKey> log;
    private final PublishedJournal journal;
    private final TreeCheck tree;
    private final Report report;
    // The names of declared witnesses whom the caller does not know.
    private final TreeSet<String> strangers = new TreeSet<>();
    private final List<WindowId> unwitnessed = new ArrayList<>();
    private long witnessed;

    /** {@code known} are the witnesses whose keys the caller has by another way; {@code log} the keys of the log. */
    WitnessCheck(
            List<VerifierKey> known, List<VerifierKey> log, PublishedJournal journal, TreeCheck tree, Report report) {
        this.known = known;
        this.log = log;
        this.journal = journal;
        this.tree = tree;
        this.report = report;
    }

    /** Which of the known witnesses cosigned this state of the journal. */
    void checkpoint(SignedNote note) {
        for (var witness : known) {
            if (note.signatures().stream().noneMatch(witness::claims)) {
                report.unchecked("That the witness " + witness.name() + " saw the same journal: it has not cosigned"
                        + " this checkpoint.");
            } else {
                switch (note.verify(List.of(witness))) {
                    case SignedNote.Outcome.Refused(var why) ->
                        report.wrong(Finding.of("the checkpoint is not to be trusted: " + why));
                    case SignedNote.Outcome.Trusted(var endorsements) ->
                        endorsements.forEach(by -> report.checked("The " + seen(by) + " saw this checkpoint."));
                }
            }
        }
    }

    /** Whether enough declared witnesses saw the seal before {@code round} was known, where some are declared. */
    void seal(Cohort cohort, Instant round) throws UnreadableException {
        var quorum = cohort.window().quorum();
        var seal = cohort.seal();
        if (seal.isEmpty()) {
            return;
        }
        if (quorum.count() == 0) {
            unwitnessed.add(cohort.id());
            return;
        }
        refused(cohort, seal.get().leaf(), round)
                .ifPresentOrElse(
                        it -> report.wrong(Finding.at(
                                seal.get().index(),
                                cohort.id(),
                                "the draw does not count, for nothing shows that the list was sealed before its round: "
                                        + it)),
                        () -> witnessed++);
    }

    /** Says what was found of all draws. */
    void summary() {
        if (witnessed > 0) {
            report.checked("Sealed lists that as many witnesses as declared saw before their round was known: "
                    + witnessed + ".");
        }
        if (!unwitnessed.isEmpty() && !report.isRehearsal()) {
            report.unchecked("That the lists of " + unwitnessed.size() + " windows were sealed before their rounds were"
                    + " known, from " + unwitnessed.getFirst() + " on: the journal declares no witness for them.");
        }
        if (!strangers.isEmpty()) {
            report.unchecked("Whether the witnesses are independent of the site, which declared them itself: "
                    + String.join(", ", strangers) + ". Give the keys you know by another way with --witness.");
        }
    }

    private Optional<String> refused(Cohort cohort, Leaf.Seal seal, Instant round) throws UnreadableException {
        try {
            var proof = journal.sealProof(cohort.id());
            if (proof.isEmpty()) {
                return Optional.of("the file " + PublishedJournal.sealPath(cohort.id()) + " is missing");
            }
            return switch (proof.get()
                    .check(seal, signer(proof.get()), cohort.window().quorum(), round)) {
                case SealProof.Outcome.Refused(var why) -> Optional.of(why);
                case SealProof.Outcome.Holds(var checkpoint, var seen) -> {
                    var other = otherHistory(checkpoint);
                    if (other.isEmpty()) {
                        tell(cohort.id(), seen);
                    }
                    yield other;
                }
            };
        } catch (FormatException malformed) {
            return Optional.of("the file " + PublishedJournal.sealPath(cohort.id()) + " is no such proof, since "
                    + malformed.why());
        }
    }

    private VerifierKey signer(SealProof proof) throws FormatException {
        var origin = Checkpoint.parse(proof.proof().checkpoint().text()).origin();
        return log.stream()
                .filter(key -> key.name().equals(origin))
                .findFirst()
                .orElseThrow(() -> new FormatException("its checkpoint is that of another log"));
    }

    private Optional<String> otherHistory(Checkpoint state) throws UnreadableException {
        if (state.size() > tree.size()) {
            return Optional.of(
                    "the proof is of a journal of " + state.size() + " leaves, and this one has " + tree.size());
        }
        return tree.rootAt(state.size()).equals(state.root())
                ? Optional.empty()
                : Optional.of("the journal has two histories: the witnesses were shown another one with " + state.size()
                        + " leaves; both signed checkpoints together are the proof");
    }

    private void tell(WindowId window, List<Endorsement> seen) {
        var friends = seen.stream().filter(by -> known.contains(by.key())).toList();
        seen.stream()
                .map(Endorsement::key)
                .filter(key -> !known.contains(key))
                .forEach(key -> strangers.add(key.name()));
        if (!friends.isEmpty()) {
            report.checked("The sealed list of " + window + " was seen before its round by the "
                    + friends.stream().map(WitnessCheck::seen).collect(Collectors.joining(" and the ")) + ".");
        }
    }

    private static String seen(Endorsement by) {
        return "witness " + by.key().name()
                + by.time().map(time -> " at " + time).orElse(", which tells no time,");
    }
}
