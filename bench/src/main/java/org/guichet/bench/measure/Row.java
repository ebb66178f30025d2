package org.guichet.bench.measure;

import java.util.LinkedHashMap;
import java.util.Map;
import org.guichet.core.ledger.Hash;

/**
 * A figure of one case and its yardstick in the same unit, or a count of what went wrong among so many. {@code more}
 * tells what was measured, how large it was, and which goal it has.
 */
public record Row(
        String name, String unit, double value, double yardstick, boolean mustBeNone, Map<String, Object> more) {
    private static final int MEGABYTE_BITS = 20;

    public static Row measured(String name, String unit, Pair pair) {
        return new Row(name, unit, pair.value(), pair.yardstick(), false, Map.of());
    }

    /** How many are wrong among so many that could be: it must be none. */
    public static Row wrong(String name, String unit, long count, long among) {
        return new Row(name, unit, count, among, true, Map.of());
    }

    public Row with(String key, Object fact) {
        var facts = new LinkedHashMap<>(more);
        facts.put(key, fact);
        return new Row(name, unit, value, yardstick, mustBeNone, facts);
    }

    /** How large the heap of this Java may become. */
    public Row withHeap() {
        return with("heap_mb", Runtime.getRuntime().maxMemory() >> MEGABYTE_BITS);
    }

    public Row with(Hash result) {
        return with("hash", result.hex());
    }

    /** Every single round, so that a reader sees how far apart they lie. */
    public Row with(Rounds rounds) {
        return with("ratios", rounds.ratios());
    }

    public double ratio() {
        return new Pair(value, yardstick).ratio();
    }

    public boolean holds() {
        return !mustBeNone || value == 0;
    }
}
