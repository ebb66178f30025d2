package org.guichet.verifier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.guichet.core.ledger.Inclusion;
import org.guichet.core.ledger.Merkle;
import org.guichet.core.ledger.leaf.Leaf;
import org.guichet.core.ledger.leaf.Opening;
import org.guichet.core.ledger.note.Checkpoint;
import org.guichet.core.ledger.note.Endorsement;
import org.guichet.core.ledger.note.TlogProof;
import org.guichet.core.ledger.note.VerifierKey;
import org.guichet.core.text.FormatException;

/** Checks a receipt (docs/spec/log.md) with nothing but the file and the keys the reader knows. */
final class ReceiptCheck {
    private final Path file;
    private final List<VerifierKey> keys;
    private final Report report = new Report("receipt");

    ReceiptCheck(Path file, List<VerifierKey> keys) {
        this.file = file;
        this.keys = keys;
    }

    /** Runs once. */
    Report run() {
        try {
            check();
        } catch (UnreadableException unreadable) {
            report.unreadable(unreadable.sentence());
        } catch (FormatException malformed) {
            report.unreadable(
                    "The file " + file + " is cut off, changed, or no receipt, since " + malformed.why() + ".");
        }
        return report;
    }

    private void check() throws UnreadableException, FormatException {
        var proof = TlogProof.parse(read());
        var checkpoint = Checkpoint.parse(proof.checkpoint().text());
        if (proof.extra().isEmpty()) {
            throw new FormatException("it has no line extra with what opens its leaf");
        }
        var opening = Opening.parse(proof.extraBytes());
        facts(proof, checkpoint, opening);
        var what = "The salt and the payload in the file open the ";
        if (opening.holds()) {
            report.checked(what + name(opening.leaf()) + ": nothing else does.");
        } else {
            report.wrong(Finding.of("the salt and the payload in the file do not open the " + name(opening.leaf())));
        }
        var log = keys.stream()
                .filter(key -> key.name().equals(checkpoint.origin()))
                .findFirst();
        if (log.isPresent()) {
            signed(proof.check(opening.leaf().bytes(), log.get(), keys), proof);
        } else if (keys.isEmpty()) {
            unsigned(proof, checkpoint, opening);
        } else {
            report.wrong(Finding.of("the receipt is that of another log than the key's: " + checkpoint.origin()));
        }
        caveats(opening.leaf());
    }

    private byte[] read() throws UnreadableException {
        try (var content = Files.newInputStream(file)) {
            return content.readNBytes(TlogProof.BYTES_MAX + 1);
        } catch (IOException failed) {
            throw new UnreadableException("The file " + file + " cannot be read: " + failed.getMessage() + ".");
        }
    }

    private void facts(TlogProof proof, Checkpoint checkpoint, Opening opening) {
        report.fact("origin", checkpoint.origin());
        report.fact("size", checkpoint.size());
        report.fact("root", checkpoint.root().hex());
        report.fact("keys", keys.stream().map(VerifierKey::text).toList());
        report.fact("index", proof.index());
        report.fact("leaf", opening.leaf().text().strip().lines().toList());
        report.fact("salt", opening.salt());
        report.fact("payload", opening.payload().lines().toList());
    }

    private void signed(TlogProof.Outcome outcome, TlogProof proof) {
        switch (outcome) {
            case TlogProof.Outcome.Refused(var why) -> refused(why);
            case TlogProof.Outcome.Holds(var checkpoint, var endorsements) -> {
                report.checked("The log " + checkpoint.origin() + " signed that its first " + checkpoint.size()
                        + " leaves have this root, and the leaf with the index " + proof.index() + " is this one.");
                endorsements.stream()
                        .filter(by -> !by.key().name().equals(checkpoint.origin()))
                        .forEach(by -> report.checked(seen(by)));
            }
        }
    }

    private static String seen(Endorsement by) {
        return "The witness " + by.key().name() + " saw the same"
                + by.time().map(Instant::toString).map(" at "::concat).orElse("") + ".";
    }

    private void unsigned(TlogProof proof, Checkpoint checkpoint, Opening opening) {
        var leaf = Merkle.leaf(opening.leaf().bytes());
        if (proof.index() >= checkpoint.size()
                || !new Inclusion(proof.index(), checkpoint.size(), proof.path()).holds(leaf, checkpoint.root())) {
            refused("the path does not lead from the leaf to the root of the log");
            return;
        }
        report.unreadable("No key was given, so anybody may have written this. Give the key of the log with --key; the"
                + " site shows it at " + checkpoint.origin() + "/key.");
    }

    private void refused(String why) {
        report.wrong(Finding.of("the receipt proves nothing: " + why
                + (why.startsWith("the path") ? "; its index, its leaf or a hash was changed" : "")));
    }

    private void caveats(Leaf leaf) {
        if (leaf instanceof Leaf.Request(var window, var label)) {
            report.unchecked("Which place the request was drawn in " + window
                    + ", and whether that was a rehearsal: run the draw again, with --label " + label.hex() + ".");
        }
        report.unchecked("That others are shown the same journal: check the journal itself, with --remember.");
    }

    private static String name(Leaf leaf) {
        return switch (leaf) {
            case Leaf.Request(var _, var label) -> "label " + label.hex();
            case Leaf.Event(var _, var _, var commitment) -> "commitment " + commitment.hex();
            case Leaf.Catalogue _,
                    Leaf.Window _,
                    Leaf.Seal _,
                    Leaf.Beacon _,
                    Leaf.Order _,
                    Leaf.Voided _,
                    Leaf.Allotment _,
                    Leaf.Regime _,
                    Leaf.Outage _ -> "leaf, which commits to nothing";
        };
    }
}
