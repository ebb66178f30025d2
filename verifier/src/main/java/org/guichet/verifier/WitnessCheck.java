package org.guichet.verifier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.guichet.core.beacon.Chain;
import org.guichet.core.ledger.leaf.Leaf;
import org.guichet.core.ledger.leaf.WindowId;
import org.guichet.core.ledger.leaf.WitnessProof;
import org.guichet.core.ledger.note.Checkpoint;
import org.guichet.core.ledger.note.Endorsement;
import org.guichet.core.ledger.note.SignedNote;
import org.guichet.core.ledger.note.VerifierKey;
import org.guichet.core.text.FormatException;

/**
 * Checks what witnesses saw: the checkpoint, and before the round of each draw its list, and that the draw before it
 * was voided (docs/spec/draw.md).
 */
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

    /** Whether enough declared witnesses saw what they must before the round that decided, where some are declared. */
    void draw(Cohort cohort, Chain chain) throws UnreadableException {
        if (cohort.seal().isEmpty() || cohort.beacon().isEmpty()) {
            return;
        }
        if (cohort.window().quorum().count() == 0) {
            unwitnessed(cohort);
            return;
        }
        var seal = cohort.seal().get();
        var round = cohort.beacon().get().leaf().round().number();
        switch (seal(cohort, seal.leaf(), chain.timeOf(round))) {
            case WitnessProof.Outcome.Refused(var why) ->
                report.wrong(Finding.at(
                        seal.index(),
                        cohort.id(),
                        "the draw does not count, for nothing shows that the list was sealed between its window and its"
                                + " round: " + why));
            case WitnessProof.Outcome.Holds(var _, var seen) -> {
                witnessed++;
                tell("The sealed list of " + cohort.id() + " was seen before its round", seen);
            }
        }
        if (cohort.voided().isPresent()) {
            voided(cohort, cohort.voided().get(), round, chain);
        }
        if (round == cohort.announced().fallback()) {
            excuse(cohort, chain);
        }
    }

    // Whoever writes the leaf after its round has chosen that round.
    private void voided(Cohort cohort, Cohort.Placed<Leaf.Voided> voided, long round, Chain chain)
            throws UnreadableException {
        switch (decisive(cohort, chain.timeOf(round))) {
            case WitnessProof.Outcome.Refused(var why) ->
                report.wrong(Finding.at(
                        voided.index(),
                        cohort.id(),
                        "the next draw does not count, for nothing shows that the first was voided before round "
                                + round + " was known: " + why));
            case WitnessProof.Outcome.Holds(var _, var seen) ->
                tell("The voiding of " + cohort.id() + " was seen before round " + round, seen);
        }
    }

    private void unwitnessed(Cohort cohort) {
        unwitnessed.add(cohort.id());
        cohort.voided()
                .ifPresent(it -> report.unchecked("That the voiding of " + cohort.id() + " was published before round "
                        + it.leaf().announced().round() + " of its next draw was known: its window declares no witness,"
                        + " and whoever writes the journal could look at past rounds and choose. Compare with a"
                        + " checkpoint of that time."));
    }

    /** What can excuse that the fallback decided. */
    private void excuse(Cohort cohort, Chain chain) throws UnreadableException {
        var round = cohort.announced().round();
        var decided = "Why the fallback " + cohort.announced().fallback() + " decided " + cohort.id() + ": ";
        var what = cohort.voided().isPresent() ? "that its first draw was voided" : "the list";
        report.unchecked(
                switch (decisive(cohort, chain.timeOf(round))) {
                    case WitnessProof.Outcome.Holds _ ->
                        decided + "its witnesses had seen " + what + " before round " + round + ", so only that this"
                                + " round could not be had for a day excuses it. Ask the relays for it.";
                    case WitnessProof.Outcome.Refused _ ->
                        decided + "the published proof has too few witnesses before round " + round + ". Whether no"
                                + " more of them saw " + what + " in time they can tell, and the relays whether that"
                                + " round could not be had for a day.";
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

    /** Who saw the leaf that announced the rounds of the draw that counts, before this instant. */
    private WitnessProof.Outcome decisive(Cohort cohort, Instant known) throws UnreadableException {
        var seal = cohort.seal().orElseThrow().leaf();
        return cohort.voided().isPresent()
                ? seen(
                        PublishedJournal.voidPath(cohort.id()),
                        proof -> proof.check(
                                cohort.voided().get().leaf(),
                                signer(proof),
                                cohort.window().quorum(),
                                known))
                : seal(cohort, seal, known);
    }

    private WitnessProof.Outcome seal(Cohort cohort, Leaf.Seal seal, Instant known) throws UnreadableException {
        return seen(
                PublishedJournal.sealPath(cohort.id()),
                proof -> proof.check(seal, signer(proof), cohort.window(), known));
    }

    /** What the check of a proof comes to. */
    private interface Check {
        WitnessProof.Outcome of(WitnessProof proof) throws FormatException;
    }

    /** The same, if the proof is one of this very journal. */
    private WitnessProof.Outcome seen(String path, Check check) throws UnreadableException {
        try {
            var proof = journal.witnessProof(path);
            if (proof.isEmpty()) {
                return new WitnessProof.Outcome.Refused("the file " + path + " is missing");
            }
            var outcome = check.of(proof.get());
            return outcome instanceof WitnessProof.Outcome.Holds(var checkpoint, var _)
                    ? otherHistory(checkpoint)
                            .<WitnessProof.Outcome>map(WitnessProof.Outcome.Refused::new)
                            .orElse(outcome)
                    : outcome;
        } catch (FormatException malformed) {
            return new WitnessProof.Outcome.Refused("the file " + path + " is no such proof, since " + malformed.why());
        }
    }

    private VerifierKey signer(WitnessProof proof) throws FormatException {
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

    private void tell(String what, List<Endorsement> seen) {
        var friends = seen.stream().filter(by -> known.contains(by.key())).toList();
        seen.stream()
                .map(Endorsement::key)
                .filter(key -> !known.contains(key))
                .forEach(key -> strangers.add(key.name()));
        if (!friends.isEmpty()) {
            report.checked(what + " by the "
                    + friends.stream().map(WitnessCheck::seen).collect(Collectors.joining(" and the ")) + ".");
        }
    }

    private static String seen(Endorsement by) {
        return "witness " + by.key().name()
                + by.time().map(time -> " at " + time).orElse(", which tells no time,");
    }
}
