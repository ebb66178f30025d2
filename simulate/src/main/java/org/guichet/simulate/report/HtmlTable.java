package org.guichet.simulate.report;

import java.util.stream.Collectors;

/**
 * The figures of a chart as a table. One with many columns puts the name of a row above its figures on a phone; if
 * letters are so large that it still is too wide, a keyboard can move it sideways.
 */
record HtmlTable(Words words) {
    private static final int COLUMNS_OF_A_PHONE = 3;

    String of(Sheet sheet) {
        var heads = sheet.heads(words).stream()
                .map(head -> "<th scope=\"col\">" + Svg.escaped(head) + "</th>")
                .collect(Collectors.joining());
        var rows = sheet.rows().stream().map(this::row).collect(Collectors.joining());
        var title = Svg.escaped(sheet.title(words));
        var width = sheet.columns().size() > COLUMNS_OF_A_PHONE ? "table wide" : "table";
        return """
                <p class="hint">%s</p>
                <div class="%s" role="region" aria-label="%s" tabindex="0"><table aria-label="%s">
                <tr><td></td>%s</tr>
                %s</table></div>
                """.formatted(title, width, title, title, heads, rows);
    }

    private String row(Sheet.Row row) {
        var cells = row.cells().stream()
                .map(cell -> "<td>" + cell.in(words) + "</td>")
                .collect(Collectors.joining());
        return "<tr><th scope=\"row\">%s</th>%s</tr>\n".formatted(Svg.escaped(Sheet.name(row, words)), cells);
    }
}
