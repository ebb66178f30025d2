package org.guichet.simulate.report;

import java.util.stream.Collectors;

/** The figures of a chart as a table, which a keyboard can move sideways where it is too wide. */
record HtmlTable(Words words) {
    String of(Sheet sheet) {
        var heads = sheet.heads(words).stream()
                .map(head -> "<th scope=\"col\">" + Svg.escaped(head) + "</th>")
                .collect(Collectors.joining());
        var rows = sheet.rows().stream().map(this::row).collect(Collectors.joining());
        var title = Svg.escaped(sheet.title(words));
        return """
                <p class="hint">%s</p>
                <div class="table" role="region" aria-label="%s" tabindex="0"><table aria-label="%s">
                <tr><td></td>%s</tr>
                %s</table></div>
                """.formatted(title, title, title, heads, rows);
    }

    private String row(Sheet.Row row) {
        var cells = row.cells().stream()
                .map(cell -> "<td>" + cell.in(words) + "</td>")
                .collect(Collectors.joining());
        return "<tr><th scope=\"row\">%s</th>%s</tr>\n".formatted(Svg.escaped(Sheet.name(row, words)), cells);
    }
}
