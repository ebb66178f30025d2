package org.guichet.core.ledger;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.guichet.core.text.FormatException;

/** A tile with its hashes (C2SP tlog-tiles): 32 bytes each, one after the other. */
public record TileContent(Tile tile, List<Hash> hashes) {
    public TileContent {
        hashes = hashes instanceof HashList ? hashes : List.copyOf(hashes);
        if (tile.level() == Tile.ENTRIES || hashes.size() != tile.width()) {
            throw new IllegalArgumentException("A tile holds as many hashes as it is wide");
        }
    }

    public static TileContent parse(Tile tile, byte[] bytes) throws FormatException {
        if (bytes.length != tile.width() * Hash.LENGTH) {
            throw new FormatException(
                    "the tile is " + bytes.length + " bytes long instead of " + tile.width() * Hash.LENGTH);
        }
        return new TileContent(tile, HashList.of(bytes));
    }

    public byte[] bytes() {
        var bytes = new ByteArrayOutputStream(tile.width() * Hash.LENGTH);
        hashes.forEach(hash -> bytes.writeBytes(hash.unsafeBytes()));
        return bytes.toByteArray();
    }
}
