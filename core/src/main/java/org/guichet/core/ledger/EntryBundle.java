package org.guichet.core.ledger;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.guichet.core.text.FormatException;

/** An entry bundle (C2SP tlog-tiles): up to 256 entries, each after its length in two bytes. */
public final class EntryBundle {
    public static final int ENTRY_BYTES_MAX = 0xffff;
    public static final int BYTES_MAX = Tile.WIDTH_MAX * (2 + ENTRY_BYTES_MAX);

    private EntryBundle() {}

    public static byte[] encode(List<byte[]> entries) {
        if (entries.size() > Tile.WIDTH_MAX) {
            throw new IllegalArgumentException("A bundle holds at most " + Tile.WIDTH_MAX + " entries");
        }
        var bytes = new ByteArrayOutputStream();
        for (var entry : entries) {
            if (entry.length > ENTRY_BYTES_MAX) {
                throw new IllegalArgumentException("An entry has at most " + ENTRY_BYTES_MAX + " bytes");
            }
            bytes.write(entry.length >> Byte.SIZE);
            bytes.write(entry.length);
            bytes.writeBytes(entry);
        }
        return bytes.toByteArray();
    }

    /** The entries of a bundle that must hold {@code count} of them. */
    public static List<byte[]> decode(byte[] bytes, int count) throws FormatException {
        var entries = new ArrayList<byte[]>(count);
        var position = 0;
        while (position < bytes.length) {
            var start = position + 2;
            if (start > bytes.length || start + length(bytes, position) > bytes.length) {
                throw new FormatException("the bundle ends within an entry");
            }
            position = start + length(bytes, position);
            entries.add(Arrays.copyOfRange(bytes, start, position));
        }
        if (entries.size() != count) {
            throw new FormatException("the bundle holds " + entries.size() + " entries instead of " + count);
        }
        return entries;
    }

    private static int length(byte[] bytes, int position) {
        return (bytes[position] & 0xff) << Byte.SIZE | (bytes[position + 1] & 0xff);
    }
}
