package org.guichet.core.ledger;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.guichet.core.text.FormatException;

/** A tile with its hashes (C2SP tlog-tiles): 32 bytes each, one after the other. */
public record TileContent(Tile tile, List<Hash> hashes) {
    public TileContent {
        hashes = List.copyOf(hashes);
        if (tile.level() == Tile.ENTRIES || hashes.size() != tile.width()) {
            throw new IllegalArgumentException("A tile holds as many hashes as it is wide");
        }
    }

    public static TileContent parse(Tile tile, byte[] bytes) throws FormatException {
        if (bytes.length != tile.width() * Hash.LENGTH) {
            throw new FormatException(
                    "the tile is " + bytes.length + " bytes long instead of " + tile.width() * Hash.LENGTH);
        }
        var hashes = new ArrayList<Hash>(tile.width());
        for (var i = 0; i < tile.width(); i++) {
            hashes.add(Hash.of(bytes, i * Hash.LENGTH));
        }
        return new TileContent(tile, hashes);
    }

    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream(tile.width() * Hash.LENGTH);
        hashes.forEach(hash -> bytes.writeBytes(hash.unsafeBytes()));
        return bytes.toByteArray();
    }
}
