package org.guichet.core.ledger.note;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.guichet.core.text.Canonical;
import org.guichet.core.text.FormatException;

/**
 * A signed note (C2SP signed-note): text, and who signed it. Nothing of the text counts before {@link #verify} trusts
 * it.
 *
 * @param text ends in a line feed
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    public static final int BYTES_MAX = 1_000_000;
    public static final int SIGNATURES_MAX = 100;

    private static final String SEPARATOR = "\n\n";

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || hasControls(text) || signatures.isEmpty() || signatures.size() > SIGNATURES_MAX) {
            throw new IllegalArgumentException("A note is lines of text and at most " + SIGNATURES_MAX + " signatures");
        }
    }

    /** What a reader who knows some keys makes of a note. */
    public sealed interface Outcome {
        /** At least one known key signed, and no known key's signature is wrong. */
        record Trusted(List<Endorsement> endorsements) implements Outcome {}

        /** The note is to be ignored; why, in English, as a clause. */
        record Refused(String why) implements Outcome {}
    }

    public static SignedNote parse(byte[] bytes) throws FormatException {
        if (bytes.length > BYTES_MAX) {
            throw new FormatException("the note is longer than " + BYTES_MAX + " bytes");
        }
        var note = Canonical.utf8(bytes);
        if (hasControls(note)) {
            throw new FormatException("the note contains control characters");
        }
        var end = note.lastIndexOf(SEPARATOR);
        if (end < 0 || !note.endsWith("\n") || end + SEPARATOR.length() == note.length()) {
            throw new FormatException("the note does not end in an empty line and signatures");
        }
        var lines = note.substring(end + SEPARATOR.length(), note.length() - 1).split("\n", -1);
        if (lines.length > SIGNATURES_MAX) {
            throw new FormatException("the note has more than " + SIGNATURES_MAX + " signatures");
        }
        var signatures = new ArrayList<NoteSignature>();
        for (var line : lines) {
            signatures.add(NoteSignature.parse(line));
        }
        return new SignedNote(note.substring(0, end + 1), signatures);
    }

    /** The note as it is published. */
    public String format() {
        return text + "\n" + signatures.stream().map(line -> line.line() + "\n").collect(Collectors.joining());
    }

    public byte[] bytes() {
        return format().getBytes(UTF_8);
    }

    /** The same note with more signatures, such as those of witnesses. */
    public SignedNote with(Collection<NoteSignature> more) {
        var all = new ArrayList<>(signatures);
        all.addAll(more);
        return new SignedNote(text, all);
    }

    /** Whether these keys make the note trustworthy. Signatures of other keys are ignored. */
    public Outcome verify(Collection<VerifierKey> keys) {
        var endorsements = new ArrayList<Endorsement>();
        for (var signature : signatures) {
            for (var key : keys) {
                if (key.claims(signature)) {
                    var endorsement = key.verify(text, signature);
                    if (endorsement.isEmpty()) {
                        return new Outcome.Refused("the signature of " + key.name() + " is wrong");
                    }
                    endorsements.add(endorsement.get());
                }
            }
        }
        return endorsements.isEmpty()
                ? new Outcome.Refused("no known key signed it")
                : new Outcome.Trusted(List.copyOf(endorsements));
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(c -> c < ' ' && c != '\n');
    }
}
