package org.guichet.verifier;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.guichet.core.draw.Label;
import org.guichet.core.ledger.note.Checkpoint;
import org.guichet.core.ledger.note.SignedNote;
import org.guichet.core.ledger.note.VerifierKey;
import org.guichet.core.text.FormatException;

/** Checks a published journal from its checkpoint to its last order. */
final class Verification {
    private static final long PROGRESS_EVERY = 100_000;
    private static final int PENDING_SHOWN_MAX = 20;

    private final PublishedJournal journal;
    private final Wishes wishes;
    private final Consumer<String> progress;
    private final Report report;
    private final Requests requests = new Requests();

    Verification(Source source, Wishes wishes, Report report, Consumer<String> progress) {
        journal = new PublishedJournal(source);
        this.wishes = wishes;
        this.report = report;
        this.progress = progress;
    }

    /**
     * What the caller wants: keys to trust, witnesses to trust, a file that remembers, a label to look for, a run to
     * hold against the draws.
     */
    record Wishes(
            List<VerifierKey> keys,
            List<VerifierKey> witnesses,
            Optional<Path> memory,
            Optional<Label> label,
            Optional<RunRecord> run) {}

    /** Runs once. */
    void run() {
        try {
            check();
        } catch (UnreadableException unreadable) {
            report.unreadable(unreadable.sentence());
        }
    }

    private void check() throws UnreadableException {
        var earlier =
                wishes.memory().isPresent() ? Remembered.read(wishes.memory().get()) : Optional.<Remembered>empty();
        var note = journal.checkpoint();
        var known = keys(earlier);
        var checkpoint = checkpoint(note);
        var keys = ofTheLog(known, checkpoint);
        var trusted = isTrusted(note, keys);
        var windows = new WindowCheck(requests, new Chains(journal.rehearsal()), report);
        var tree = new TreeCheck(journal, checkpoint.size());
        if (!read(checkpoint.size(), tree, windows)) {
            return;
        }
        var whole = compare(checkpoint, tree);
        var append = new MemoryCheck(report).compare(earlier, checkpoint, tree);
        checkDraws(windows);
        checkWitnesses(windows, note, keys, tree);
        caveats(windows);
        if (trusted && whole && append && wishes.memory().isPresent()) {
            new Remembered(keys, note, checkpoint).write(wishes.memory().get());
        }
    }

    private List<VerifierKey> keys(Optional<Remembered> earlier) throws UnreadableException {
        if (!wishes.keys().isEmpty()) {
            report.fact("key_trust", "pinned");
            return wishes.keys();
        }
        if (earlier.isPresent()) {
            report.fact("key_trust", "remembered");
            return earlier.get().keys();
        }
        var keys = journal.keys();
        report.fact("key_trust", "shown by the journal itself");
        report.unchecked("Whether the key is the right one: it was taken from the journal itself. Give the key you know"
                + " by another way with --key.");
        return keys;
    }

    private Checkpoint checkpoint(SignedNote note) throws UnreadableException {
        try {
            var checkpoint = Checkpoint.parse(note.text());
            report.fact("origin", checkpoint.origin());
            report.fact("size", checkpoint.size());
            report.fact("root", checkpoint.root().hex());
            return checkpoint;
        } catch (FormatException malformed) {
            throw new UnreadableException(
                    "There is no journal: the file checkpoint is no checkpoint, since " + malformed.why() + ".");
        }
    }

    /** A key may sign for the journal of its own name only. */
    private List<VerifierKey> ofTheLog(List<VerifierKey> keys, Checkpoint checkpoint) {
        report.fact("keys", keys.stream().map(VerifierKey::text).toList());
        return keys.stream()
                .filter(key -> key.name().equals(checkpoint.origin()))
                .toList();
    }

    private boolean isTrusted(SignedNote note, List<VerifierKey> keys) {
        if (keys.isEmpty()) {
            report.wrong(Finding.of("the checkpoint is that of another journal than the key's"));
            return false;
        }
        return switch (note.verify(keys)) {
            case SignedNote.Outcome.Refused(var why) -> {
                report.wrong(Finding.of("the checkpoint is not to be trusted: " + why));
                yield false;
            }
            case SignedNote.Outcome.Trusted(var _) -> {
                report.checked("The checkpoint is signed by the key.");
                yield true;
            }
        };
    }

    private boolean read(long size, TreeCheck tree, WindowCheck windows) {
        try (var readings = new Readings(journal, size)) {
            while (readings.hasNext()) {
                switch (readings.next()) {
                    case Reading.Chunk chunk -> {
                        chunk.findings().forEach(report::wrong);
                        tree.add(chunk);
                        var leaves = chunk.leaves();
                        for (var i = 0; i < leaves.size(); i++) {
                            var index = chunk.first() + i;
                            leaves.get(i).ifPresent(leaf -> windows.accept(index, leaf));
                        }
                        tell(chunk.first() + leaves.size(), size);
                    }
                    case Reading.Malformed(var finding) -> {
                        report.wrong(finding);
                        return false;
                    }
                    case Reading.Missing(var sentence) -> {
                        report.unreadable(sentence);
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private void tell(long read, long size) {
        if (read / PROGRESS_EVERY > (read - 1) / PROGRESS_EVERY || read == size) {
            progress.accept("Read " + read + " of " + size + " leaves.");
        }
    }

    private boolean compare(Checkpoint checkpoint, TreeCheck tree) throws UnreadableException {
        var root = tree.root();
        var same = root.equals(checkpoint.root());
        if (same) {
            report.checked("The " + checkpoint.size() + " entries have the root that the checkpoint states.");
        } else {
            report.wrong(Finding.of("the entries have the root " + root.hex() + ", but the checkpoint states "
                    + checkpoint.root().hex()));
        }
        tree.compareTiles(report);
        report.checked("Every tile was compared with the entries.");
        return same;
    }

    private void checkDraws(WindowCheck windows) {
        var twin = requests.twin();
        twin.ifPresent(report::wrong);
        var wanted = wishes.label().flatMap(label -> {
            var place = requests.find(label);
            return place.isPresent() ? Optional.of(place.getAsInt()) : Optional.<Integer>empty();
        });
        wishes.label()
                .filter(label -> wanted.isEmpty())
                .ifPresent(label -> report.wrong(Finding.of("no request of this journal has the label " + label.hex()
                        + "; whoever holds a receipt for it holds the proof that it was left out")));
        var draws = new DrawCheck(requests, twin.isPresent(), windows.chains(), report);
        var line = wishes.run().flatMap(run -> LineCheck.of(run, windows.runs, report));
        for (var cohort : windows.cohorts()) {
            var order = draws.check(cohort);
            line.ifPresent(it -> order.ifPresent(lots -> it.add(cohort, lots)));
            wanted.filter(place -> IntStream.of(cohort.places()).anyMatch(place::equals))
                    .ifPresent(place -> report.answer(
                            LabelAnswer.of(wishes.label().orElseThrow(), requests.leaf(place), cohort.id(), order)));
        }
        line.ifPresent(LineCheck::compare);
        report.checked("Windows announced: " + windows.cohorts().size() + "; lists that are the sealed ones: "
                + draws.seals() + "; beacons that are valid and of the announced round: " + draws.beacons()
                + "; orders that were run again and are the published ones: " + draws.orders() + ".");
        report.checked(
                "Requests, each held against its window, its seal and all other labels: " + requests.count() + ".");
        windows.outages.summary().ifPresent(report::checked);
        if (windows.regimes() > 0) {
            report.checked("Changes between choosing places and drawing them: " + windows.regimes() + ".");
        }
    }

    private void checkWitnesses(WindowCheck windows, SignedNote note, List<VerifierKey> keys, TreeCheck tree)
            throws UnreadableException {
        var witnesses = new WitnessCheck(wishes.witnesses(), keys, journal, tree, report);
        witnesses.checkpoint(note);
        for (var cohort : windows.cohorts()) {
            var chain = windows.chains().find(cohort.window().chain());
            if (chain.isPresent()) {
                witnesses.draw(cohort, chain.get());
            }
        }
        witnesses.summary();
    }

    private void caveats(WindowCheck windows) {
        windows.pending().stream().limit(PENDING_SHOWN_MAX).forEach(report::unchecked);
        var more = windows.pending().size() - PENDING_SHOWN_MAX;
        if (more > 0) {
            report.unchecked("And " + more + " more windows that are not drawn yet.");
        }
        Caveats.of(
                        windows.runs.count(),
                        windows.regimes(),
                        windows.events(),
                        wishes.memory().isPresent())
                .forEach(report::unchecked);
    }
}
