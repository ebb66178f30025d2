package org.guichet.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.guichet.core.allot.Input;
import org.guichet.core.allot.Outcome;
import org.guichet.core.allot.Refusal;
import org.guichet.core.allot.TieredDictatorship;
import org.guichet.core.allot.check.OutcomeCheck;
import org.guichet.core.allot.check.RefusalCheck;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.leaf.Commitment;
import org.guichet.core.text.FormatException;

/**
 * Holds a run of the allotment again from its record (docs/spec/allotment.md): the files {@code input} and {@code
 * outcome}, {@code salt} where there is one, and any number of refusals, {@code *.refusal}.
 */
final class RunCheck {
    private static final int BYTES_MAX = 1 << 30;

    private final Path folder;
    private final boolean hasJournal;
    private final Report report;

    /** {@code hasJournal} tells that the record is held against a journal afterwards. */
    RunCheck(Path folder, boolean hasJournal, Report report) {
        this.folder = folder;
        this.hasJournal = hasJournal;
        this.report = report;
    }

    /** Runs once; the record, if it could be read. */
    Optional<RunRecord> run() {
        try {
            return Optional.of(check());
        } catch (UnreadableException unreadable) {
            report.unreadable(unreadable.sentence());
            return Optional.empty();
        }
    }

    private RunRecord check() throws UnreadableException {
        var inputText = text(folder.resolve("input"));
        var outcomeText = text(folder.resolve("outcome"));
        try {
            var input = Input.parse(inputText);
            var outcome = Outcome.parse(outcomeText, input);
            report.fact("requests", input.line().size());
            report.fact("places", input.stock().places().size());
            report.fact("served", outcome.given().size());
            compare(input, outcome);
            refusals(input, outcome);
            var codes = Files.exists(folder.resolve("salt"))
                    ? Optional.of(codes(text(folder.resolve("salt")).strip(), inputText, outcomeText))
                    : Optional.<RunRecord.Codes>empty();
            caveats(codes.isPresent());
            return new RunRecord(input, outcome, codes);
        } catch (FormatException malformed) {
            throw new UnreadableException("This is no record of a run, since " + malformed.why() + ".");
        }
    }

    private void caveats(boolean hasSalt) {
        if (!hasSalt) {
            report.unchecked("Whether this is the run of the journal: the salt of the record is needed for that.");
        } else if (!hasJournal) {
            report.unchecked("Whether the journal has these two codes in the leaf of this run: look for them there, or"
                    + " name the journal as well.");
        }
        if (!hasSalt || !hasJournal) {
            report.unchecked("That the line stands in the order that was drawn: it was taken from the record. Name the"
                    + " journal as well, with the salt in the record.");
        }
        report.unchecked("That everybody who waited is in the record with the own wishes, and every place that was"
                + " free: they were taken from it.");
        report.unchecked("Who has precedence, and how many places of each week may go to them: both were taken from the"
                + " record.");
    }

    private void compare(Input input, Outcome outcome) {
        if (TieredDictatorship.allot(input).text().equals(outcome.text())) {
            report.checked("The run was held again and comes out as it is recorded, place for place.");
        } else {
            report.wrong(Finding.of("the run was held again, and comes out otherwise than it is recorded"));
        }
        OutcomeCheck.fault(input, outcome)
                .ifPresentOrElse(
                        fault -> report.wrong(Finding.of("the outcome is impossible: " + fault)),
                        () -> report.checked("Everybody served got what suits, and no place was given twice."));
    }

    private void refusals(Input input, Outcome outcome) throws UnreadableException, FormatException {
        for (var file : files()) {
            var refusal = Refusal.parse(text(file), input.stock());
            RefusalCheck.fault(refusal, input, outcome)
                    .ifPresentOrElse(
                            fault -> report.wrong(
                                    Finding.of("the refusal " + file.getFileName() + " is not true: " + fault)),
                            () -> report.checked("The refusal of " + refusal.label() + " is true if the record is:"
                                    + " everything in it that suited was taken by those before, who could not be"
                                    + " moved."));
        }
    }

    private RunRecord.Codes codes(String hex, String input, String outcome) throws UnreadableException {
        var salt = salt(hex)
                .orElseThrow(() -> new UnreadableException("The file salt is not 64 lower-case hexadecimal digits."));
        var codes = new RunRecord.Codes(commitment(salt, input), commitment(salt, outcome));
        report.fact("input", codes.input().hex());
        report.fact("outcome", codes.outcome().hex());
        return codes;
    }

    private static Optional<byte[]> salt(String hex) {
        return hex.matches("[0-9a-f]{" + 2 * Commitment.SALT_BYTES + "}")
                ? Optional.of(HexFormat.of().parseHex(hex))
                : Optional.empty();
    }

    private static Hash commitment(byte[] salt, String text) {
        return Commitment.of(text.substring(0, text.indexOf('\n')), salt, text.getBytes(UTF_8));
    }

    private List<Path> files() throws UnreadableException {
        try (var all = Files.list(folder)) {
            return all.filter(it -> it.getFileName().toString().endsWith(".refusal"))
                    .sorted()
                    .toList();
        } catch (IOException failed) {
            throw new UnreadableException("The folder " + folder + " cannot be read: " + failed.getMessage() + ".");
        }
    }

    private static String text(Path file) throws UnreadableException {
        try {
            if (Files.size(file) > BYTES_MAX) {
                throw new UnreadableException("The file " + file + " is longer than any record of a run.");
            }
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UnreadableException("The file " + file + " cannot be read: " + failed.getMessage() + ".");
        }
    }
}
