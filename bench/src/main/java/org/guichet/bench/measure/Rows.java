package org.guichet.bench.measure;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import tools.jackson.databind.json.JsonMapper;

/** Prints rows as they come, and remembers whether everything counted is what it must be. */
public final class Rows {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final double DIGITS = 1e6;

    private final String bench;
    private final long seed;
    private final PrintWriter out;
    private boolean hold = true;

    public Rows(String bench, long seed, PrintWriter out) {
        this.bench = bench;
        this.seed = seed;
        this.out = out;
    }

    public void print(Row row) {
        hold &= row.holds();
        var object = new LinkedHashMap<String, Object>();
        object.put("bench", bench);
        object.put("case", row.name());
        object.put("value", rounded(row.value()));
        object.put("unit", row.unit());
        object.put("yardstick", rounded(row.yardstick()));
        object.put("ratio", rounded(row.ratio()));
        object.put("seed", seed);
        if (row.mustBeNone()) {
            object.put("must_be", 0);
        }
        object.putAll(row.more());
        out.println(JSON.writeValueAsString(object));
        out.flush();
    }

    public int exitCode() {
        return hold ? 0 : 1;
    }

    private static Number rounded(double number) {
        var whole = Math.round(number);
        return whole == number ? (Number) whole : (Number) (Math.round(number * DIGITS) / DIGITS);
    }
}
