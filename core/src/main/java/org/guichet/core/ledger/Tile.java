package org.guichet.core.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.guichet.core.text.FormatException;

/**
 * The place of a tile (C2SP tlog-tiles): up to 256 consecutive nodes of every eighth level of the tree, or, at the
 * level {@link #ENTRIES}, the entries themselves. A tile narrower than 256 is partial.
 */
public record Tile(int level, long index, int width) {
    public static final int WIDTH_MAX = 256;
    /** Levels of the tree between two levels of tiles. */
    public static final int HEIGHT = 8;
    /** The level of the entry bundles, which lie beside the tiles of level 0. */
    public static final int ENTRIES = -1;

    public static final int LEVEL_MAX = 63;

    // Six groups of three digits: more than any tree has tiles.
    private static final Pattern PATH =
            Pattern.compile("tile/(entries|[0-9]{1,2})/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([0-9]{1,3}))?");

    public Tile {
        if (level < ENTRIES || level > LEVEL_MAX || index < 0 || width < 1 || width > WIDTH_MAX) {
            throw new IllegalArgumentException("No tile at level " + level + ", index " + index + ", width " + width);
        }
    }

    /** The tile at this place as it is in a tree of {@code size} leaves. */
    public static Tile at(int level, long index, long size) {
        var width = Math.min(nodes(level, size) - index * WIDTH_MAX, WIDTH_MAX);
        if (width < 1) {
            throw new IllegalArgumentException("A tree of " + size + " leaves has no such tile");
        }
        return new Tile(level, index, (int) width);
    }

    /** The tiles that a tree of {@code to} leaves has and one of {@code from} leaves has not, or has narrower. */
    public static List<Tile> made(long from, long to) {
        var tiles = new ArrayList<Tile>();
        for (var level = ENTRIES; nodes(level, to) > 0; level++) {
            var before = nodes(level, from);
            var after = nodes(level, to);
            if (before < after) {
                for (var index = before / WIDTH_MAX; index * WIDTH_MAX < after; index++) {
                    tiles.add(at(level, index, to));
                }
            }
        }
        return tiles;
    }

    /** The tile at this path, relative to the prefix of the log. */
    public static Tile parse(String path) throws FormatException {
        var parts = PATH.matcher(path);
        if (parts.matches()) {
            var level = parts.group(1).equals("entries") ? ENTRIES : Integer.parseInt(parts.group(1));
            var index = Long.parseLong(parts.group(2).replaceAll("[x/]", ""));
            var width = parts.group(3) == null ? WIDTH_MAX : Integer.parseInt(parts.group(3));
            if (level <= LEVEL_MAX && width >= 1 && width <= WIDTH_MAX) {
                var tile = new Tile(level, index, width);
                if (tile.path().equals(path)) {
                    return tile;
                }
            }
        }
        throw new FormatException("the path is not that of a tile");
    }

    /** Where the tile is served, relative to the prefix of the log. */
    public String path() {
        var groups = new StringBuilder(digits(index % 1000));
        for (var rest = index / 1000; rest > 0; rest /= 1000) {
            groups.insert(0, "x" + digits(rest % 1000) + "/");
        }
        return "tile/" + (level == ENTRIES ? "entries" : level) + "/" + groups + (isPartial() ? ".p/" + width : "");
    }

    public boolean isPartial() {
        return width < WIDTH_MAX;
    }

    /** The tile of full width at the same place. */
    public Tile full() {
        return new Tile(level, index, WIDTH_MAX);
    }

    /** How many nodes a tree of {@code size} leaves has in the tiles of this level. */
    static long nodes(int level, long size) {
        var shift = Math.max(level, 0) * HEIGHT;
        return shift < Long.SIZE ? size >>> shift : 0;
    }

    private static String digits(long group) {
        return String.valueOf(1000 + group).substring(1);
    }
}
