package org.guichet.app.ledger;

import java.util.Arrays;
import java.util.Optional;
import org.guichet.app.platform.AuthorityId;
import org.guichet.app.platform.Keys;
import org.guichet.app.platform.Settings;
import org.guichet.core.beacon.RehearsalChain;
import org.guichet.core.ledger.Hash;
import org.guichet.core.ledger.Nodes;
import org.guichet.core.ledger.Tile;
import org.guichet.core.ledger.TileContent;
import org.guichet.core.ledger.TileNodes;
import org.guichet.core.ledger.note.SignedNote;
import org.guichet.core.text.FormatException;
import org.springframework.stereotype.Component;

/** The files of a published journal by what they mean (docs/spec/log.md). */
@Component
final class JournalFiles {
    private final Tiles tiles;
    private final Cosignatures cosignatures;
    private final JournalKeys keys;
    private final Optional<RehearsalChain> rehearsal;

    JournalFiles(Tiles tiles, Cosignatures cosignatures, JournalKeys keys, Settings settings, Keys secrets) {
        this.tiles = tiles;
        this.cosignatures = cosignatures;
        this.keys = keys;
        this.rehearsal =
                settings.demo() ? Optional.of(RehearsalChain.from(secrets.seed("rehearsal"))) : Optional.empty();
    }

    /** The newest, with the cosignatures it has so far; empty before the first leaf. */
    Optional<SignedNote> checkpoint(AuthorityId authority) {
        return cosignatures.newest(authority);
    }

    /** The public key as people pin it; empty before the first checkpoint. */
    Optional<String> key(AuthorityId authority) {
        return tiles.checkpoint(authority)
                .map(_ -> keys.of(authority).verifier().text());
    }

    Optional<String> rehearsal() {
        return rehearsal.map(it -> it.rehearsal().text());
    }

    /** The bytes of a tile; empty where the tree has no such tile yet. */
    Optional<byte[]> content(AuthorityId authority, Tile tile) {
        return tiles.content(authority, tile.level(), tile.index()).flatMap(bytes -> cut(tile, bytes));
    }

    /** The tree of its first {@code size} leaves. */
    Nodes nodes(AuthorityId authority, long size) {
        return new TileNodes(size, tile -> {
            try {
                return TileContent.parse(tile, content(authority, tile).orElseThrow());
            } catch (FormatException damaged) {
                throw new IllegalStateException(tile.path() + " is damaged", damaged);
            }
        });
    }

    /** The tile in its asked width, cut from as much as there is; empty where there is less. */
    private static Optional<byte[]> cut(Tile tile, byte[] content) {
        var length = tile.level() == Tile.ENTRIES ? entries(content, tile.width()) : tile.width() * Hash.LENGTH;
        return length <= content.length ? Optional.of(Arrays.copyOf(content, length)) : Optional.empty();
    }

    /** How many bytes the first entries of a bundle take; more than it has where it has fewer. */
    private static int entries(byte[] bundle, int count) {
        var end = 0;
        for (int entry = 0; entry < count; entry++) {
            if (end + 2 > bundle.length) {
                return Integer.MAX_VALUE;
            }
            end += 2 + (((bundle[end] & 0xff) << 8) | (bundle[end + 1] & 0xff));
        }
        return end;
    }
}
