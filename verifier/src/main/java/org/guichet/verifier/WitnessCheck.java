package org.guichet.verifier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.guichet.core.beacon.Chain;
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

    /** Whether enough declared witnesses saw the seal before the round that decided, where some are declared. */
    void seal(Cohort cohort, Chain chain) throws UnreadableException {
        if (cohort.seal().isEmpty() || cohort.beacon().isEmpty()) {
            return;
        }
        if (cohort.window().quorum().count() == 0) {
            unwitnessed.add(cohort.id());
            return;
        }
        var seal = cohort.seal().get();
        var round = cohort.beacon().get().leaf().round().number();
        switch (seen(cohort, seal.leaf(), chain.timeOf(round))) {
            case SealProof.Outcome.Refused(var why) ->
                report.wrong(Finding.at(
                        seal.index(),
                        cohort.id(),
                        "the draw does not count, for nothing shows that the list was sealed between its window and its"
                                + " round: " + why));
            case SealProof.Outcome.Holds(var _, var seen) -> {
                witnessed++;
                tell(cohort.id(), seen);
            }
        }
        if (round == cohort.announced().fallback()) {
            excuse(cohort, seal.leaf(), chain);
        }
    }

    /** What can excuse that the fallback decided. */
    private void excuse(Cohort cohort, Leaf.Seal seal, Chain chain) throws UnreadableException {
        var round = cohort.announced().round();
        var decided = "Why the fallback " + cohort.announced().fallback() + " decided " + cohort.id() + ": ";
        report.unchecked(
                switch (seen(cohort, seal, chain.timeOf(round))) {
                    case SealProof.Outcome.Holds _ ->
                        decided + "its witnesses had seen the list before round " + round + ", so only that this round"
                                + " could not be had for a day excuses it. Ask the relays for it.";
                    case SealProof.Outcome.Refused _ ->
                        decided + "the published proof has too few witnesses before round " + round + ". Whether no"
                                + " more of them saw the list in time they can tell, and the relays whether that round"
                                + " could not be had for a day.";
                });
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

    /** Who saw the seal before this instant, in this very journal. */
    private SealProof.Outcome seen(Cohort cohort, Leaf.Seal seal, Instant known) throws UnreadableException {
        try {
            var proof = journal.sealProof(cohort.id());
            if (proof.isEmpty()) {
                return new SealProof.Outcome.Refused(
                        "the file " + PublishedJournal.sealPath(cohort.id()) + " is missing");
            }
            var outcome = proof.get().check(seal, signer(proof.get()), cohort.window(), known);
            return outcome instanceof SealProof.Outcome.Holds(var checkpoint, var _)
                    ? otherHistory(checkpoint)
                            .<SealProof.Outcome>map(SealProof.Outcome.Refused::new)
                            .orElse(outcome)
                    : outcome;
        } catch (FormatException malformed) {
            return new SealProof.Outcome.Refused("the file " + PublishedJournal.sealPath(cohort.id())
                    + " is no such proof, since " + malformed.why());
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
