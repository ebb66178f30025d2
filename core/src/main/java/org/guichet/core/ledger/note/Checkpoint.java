package org.guichet.core.ledger.note;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.Merkle;
import org.guichet.core.text.Canonical;
import org.guichet.core.text.FormatException;

/**
 * What a log states about itself (C2SP tlog-checkpoint): its name, its size and the root of its tree.
 *
 * @param extensions further lines, which nobody can audit; our logs have none
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {
    private static final int LINES_MIN = 3;

    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (origin.isEmpty() || size < 0 || size > Merkle.SIZE_MAX) {
            throw new IllegalArgumentException("A checkpoint has an origin and a size from 0 to " + Merkle.SIZE_MAX);
        }
    }

    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /** The checkpoint in the text of a note. */
    public static Checkpoint parse(String text) throws FormatException {
        if (!text.endsWith("\n")) {
            throw new FormatException("a checkpoint does not end in a line feed");
        }
        var lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
        if (lines.size() < LINES_MIN || lines.contains("")) {
            throw new FormatException("a checkpoint does not begin with an origin, a size and a root");
        }
        var size = Canonical.number(lines.get(1), Merkle.SIZE_MAX);
        return new Checkpoint(lines.getFirst(), size, hash(lines.get(2)), lines.subList(LINES_MIN, lines.size()));
    }

    /** The text of the note to sign. */
    public String text() {
        var extra = extensions.stream().map(line -> line + "\n").collect(Collectors.joining());
        return origin + "\n" + size + "\n" + base64(root) + "\n" + extra;
    }

    /** The note with the signatures of the log's keys; {@code signers} sign at the same instant. */
    public SignedNote sign(Instant now, List<SignerKey> signers) {
        var signatures = new ArrayList<NoteSignature>();
        for (var signer : signers) {
            signatures.add(signer.sign(text(), now));
        }
        return new SignedNote(text(), signatures);
    }

    static Hash hash(String base64) throws FormatException {
        var bytes = Canonical.base64(base64);
        if (bytes.length != Hash.LENGTH) {
            throw new FormatException("a hash is not " + Hash.LENGTH + " bytes long");
        }
        return Hash.of(bytes);
    }

    static String base64(Hash hash) {
        return Base64.getEncoder().encodeToString(hash.bytes());
    }
}
