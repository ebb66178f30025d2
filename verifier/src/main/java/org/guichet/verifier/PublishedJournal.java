package org.guichet.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.guichet.core.beacon.Rehearsal;
import org.guichet.core.ledger.EntryBundle;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.Tile;
import org.guichet.core.ledger.TileContent;
import org.guichet.core.ledger.leaf.Leaf;
import org.guichet.core.ledger.leaf.WindowId;
import org.guichet.core.ledger.leaf.WitnessProof;
import org.guichet.core.ledger.note.SignedNote;
import org.guichet.core.ledger.note.TlogProof;
import org.guichet.core.ledger.note.VerifierKey;
import org.guichet.core.text.Canonical;
import org.guichet.core.text.FormatException;

/** The files of a journal by what they mean (docs/spec/log.md). */
record PublishedJournal(Source source) {
    private static final int SMALL_FILE_BYTES_MAX = 64 * 1024;
    // A journal holds leaves, so its bundles stay far below what other logs may serve.
    private static final int BUNDLE_BYTES_MAX = Tile.WIDTH_MAX * (Short.BYTES + Leaf.BYTES_MAX);

    SignedNote checkpoint() throws UnreadableException {
        var bytes = source.find("checkpoint", SignedNote.BYTES_MAX)
                .orElseThrow(() -> new UnreadableException("There is no journal: the file checkpoint is missing."));
        try {
            return SignedNote.parse(bytes);
        } catch (FormatException malformed) {
            throw new UnreadableException(
                    "There is no journal: the file checkpoint is no signed note, since " + malformed.why() + ".");
        }
    }

    /** The keys the site shows as its own. */
    List<VerifierKey> keys() throws UnreadableException {
        var bytes = source.find("key", SMALL_FILE_BYTES_MAX);
        if (bytes.isEmpty()) {
            throw new UnreadableException("The journal shows no key, and none was given with --key.");
        }
        try {
            var keys = new ArrayList<VerifierKey>();
            for (var line : Canonical.utf8(bytes.get()).lines().toList()) {
                keys.add(VerifierKey.parse(line));
            }
            return List.copyOf(keys);
        } catch (FormatException malformed) {
            throw new UnreadableException("The file key holds no key, since " + malformed.why() + ".");
        }
    }

    /** The rehearsal chain, if the site has one. */
    Optional<Rehearsal> rehearsal() throws UnreadableException {
        var bytes = source.find("rehearsal", SMALL_FILE_BYTES_MAX);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Rehearsal.parse(Canonical.utf8(bytes.get())));
        } catch (FormatException malformed) {
            throw new UnreadableException("The file rehearsal describes no chain, since " + malformed.why() + ".");
        }
    }

    /** The proof in this file that witnesses saw a leaf, if there is one. */
    Optional<WitnessProof> witnessProof(String path) throws UnreadableException, FormatException {
        var bytes = source.find(path, TlogProof.BYTES_MAX);
        return bytes.isPresent() ? Optional.of(WitnessProof.parse(bytes.get())) : Optional.empty();
    }

    /** That they saw the sealed list of a window. */
    static String sealPath(WindowId window) {
        return "sealed/" + window.pool() + "/" + window.number();
    }

    /** That they saw that the draw of a window is void. */
    static String voidPath(WindowId window) {
        return "voided/" + window.pool() + "/" + window.number();
    }

    List<byte[]> entries(Tile tile) throws UnreadableException, FormatException {
        var exact = source.find(tile.path(), BUNDLE_BYTES_MAX);
        return exact.isPresent()
                ? EntryBundle.decode(exact.get(), tile.width())
                : EntryBundle.decode(full(tile, BUNDLE_BYTES_MAX), Tile.WIDTH_MAX)
                        .subList(0, tile.width());
    }

    List<Hash> hashes(Tile tile) throws UnreadableException, FormatException {
        var bytesMax = Tile.WIDTH_MAX * Hash.LENGTH;
        var exact = source.find(tile.path(), bytesMax);
        return exact.isPresent()
                ? TileContent.parse(tile, exact.get()).hashes()
                : TileContent.parse(tile.full(), full(tile, bytesMax)).hashes().subList(0, tile.width());
    }

    // A log may drop a partial tile as soon as it serves the full one (C2SP tlog-tiles).
    private byte[] full(Tile tile, int bytesMax) throws UnreadableException {
        var full = tile.isPartial() ? source.find(tile.full().path(), bytesMax) : Optional.<byte[]>empty();
        return full.orElseThrow(() -> new UnreadableException("The file " + tile.path() + " is missing."));
    }
}
