package org.guichet.simulate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A chart of horizontal bars as SVG. Lengths are in per cent and letters in em, so that bars follow the width of the
 * page and letters stay as large as those around them. A second part of a bar is only framed: nothing hangs on
 * colour.
 */
final class Bars {
    private static final double HEIGHT = 2.6;

    private final double longest;
    private final List<String> drawn = new ArrayList<>();

    /** {@code longest} is the value of a bar across the whole width. */
    Bars(double longest) {
        this.longest = longest;
    }

    /** One bar; {@code kind} is {@code ours} or {@code other}. */
    Bars bar(String kind, String name, String figures, double... parts) {
        var top = drawn.size() * HEIGHT;
        var bar = new StringBuilder();
        bar.append(text(top + 1, "x=\"0\"", name)).append(text(top + 1, "x=\"100%\" text-anchor=\"end\"", figures));
        bar.append(part(0, 100, top, "track"));
        var from = 0.0;
        for (var i = 0; i < parts.length; i++) {
            var width = 100 * Math.clamp(parts[i] / longest, 0, 1);
            bar.append(part(from, width, top, i == 0 ? kind : "second"));
            from += width;
        }
        drawn.add(bar.toString());
        return this;
    }

    /** The chart, named by what it shows. */
    String svg(String title) {
        return Svg.image(title, drawn.size() * HEIGHT, String.join("", drawn));
    }

    private static String text(double y, String where, String words) {
        return "<text %s y=\"%s\">%s</text>".formatted(where, Svg.em(y), Svg.escaped(words));
    }

    private static String part(double from, double width, double top, String kind) {
        return String.format(
                Locale.ROOT,
                "<rect class=\"%s\" x=\"%.2f%%\" y=\"%s\" width=\"%.2f%%\" height=\"0.75em\"/>",
                kind,
                from,
                Svg.em(top + 1.4),
                width);
    }
}
