package org.guichet.simulate.report;

import java.io.PrintWriter;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One JSON object a row; every key and name in it is plain ASCII of our own. */
public record JsonRows(long seed, PrintWriter out) {
    public void print(Sheets sheets) {
        sheets.all().forEach(sheet -> sheet.rows().forEach(row -> out.println(object(sheet, row))));
    }

    private String object(Sheet sheet, Sheet.Row row) {
        var about = row.about().stream().map(it -> ",\"of\":" + number(it)).collect(Collectors.joining());
        var cells = IntStream.range(0, row.cells().size())
                .mapToObj(i -> "\"" + sheet.columns().get(i) + "\":"
                        + number(row.cells().get(i)))
                .collect(Collectors.joining(","));
        return "{\"table\":\"%s\",\"row\":\"%s\"%s,%s,\"seed\":%s}"
                .formatted(sheet.name(), row.key(), about, cells, seed);
    }

    /** Four decimals, whatever the tables show. */
    private static double number(Sheet.Cell cell) {
        return Math.rint(cell.value() * 1e4) / 1e4 + 0.0;
    }
}
