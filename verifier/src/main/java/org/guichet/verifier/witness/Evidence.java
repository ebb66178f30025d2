package org.guichet.verifier.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.note.SignedNote;

/**
 * Pairs of checkpoints that a log signed and that do not follow from each other, side by side: {@code known.note} is
 * what the witness cosigned, {@code shown.note} what it was asked to cosign.
 */
final class Evidence {
    // The first pairs prove as much as a thousand, and a log gone wild must not fill the disk.
    private static final int PAIRS_MAX = 100;

    /** How much a pair proves. */
    enum Kind {
        /** One size and two roots: only the log can have signed both. */
        FORK,
        /** A proof that does not hold, which anybody can send with a true checkpoint. */
        DOUBT
    }

    private final Path folder;

    Evidence(Path folder) {
        this.folder = folder;
    }

    /** Keeps the pair, once; whether it is a new one. */
    boolean keep(Kind kind, SignedNote known, SignedNote shown) throws IOException {
        var kinds = folder.resolve(kind.name().toLowerCase(Locale.ROOT));
        var pair = kinds.resolve(Hash.sha256(known.bytes(), shown.bytes()).hex().substring(0, 16));
        DurableFiles.makeFolder(folder);
        DurableFiles.makeFolder(kinds);
        if (Files.exists(pair.resolve("shown.note")) || isFull(kinds)) {
            return false;
        }
        DurableFiles.makeFolder(pair);
        DurableFiles.write(pair.resolve("known.note"), known.format());
        DurableFiles.write(pair.resolve("shown.note"), shown.format());
        return true;
    }

    private static boolean isFull(Path kinds) throws IOException {
        try (var pairs = Files.list(kinds)) {
            return pairs.count() >= PAIRS_MAX;
        }
    }
}
