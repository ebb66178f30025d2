package org.guichet.simulate.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Tables for the terminal: names to the left, figures aligned to the right. */
public record TextTables(Words words, PrintWriter out) {
    private static final int GAP = 2;

    public void print(Sheets sheets) {
        sheets.toRead().forEach(this::print);
    }

    private void print(Sheet sheet) {
        var lines = new ArrayList<List<String>>();
        lines.add(line("", sheet.heads(words)));
        sheet.rows()
                .forEach(row -> lines.add(line(
                        Sheet.name(row, words),
                        row.cells().stream().map(cell -> cell.in(words)).toList())));
        var widths = IntStream.range(0, lines.getFirst().size())
                .map(column -> lines.stream()
                        .mapToInt(line -> line.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        out.println(sheet.title(words));
        for (var line : lines) {
            out.println(aligned(line, widths).stripTrailing());
        }
        out.println();
    }

    private static List<String> line(String name, List<String> cells) {
        var line = new ArrayList<String>();
        line.add(name);
        line.addAll(cells);
        return line;
    }

    private static String aligned(List<String> line, int[] widths) {
        var text = new StringBuilder("  ").append(line.getFirst());
        for (var column = 1; column < line.size(); column++) {
            var until = 2 + IntStream.of(widths).limit(column + 1L).sum() + GAP * column;
            text.repeat(' ', until - text.length() - line.get(column).length()).append(line.get(column));
        }
        return text.toString();
    }
}
