package org.guichet.simulate.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Small charts of one line each, one below the other, all on the same scale. */
final class Areas {
    private static final double HEIGHT = 6.5;

    private final double highest;
    private final List<String> drawn = new ArrayList<>();

    Areas(double highest) {
        this.highest = Math.max(1, highest);
    }

    Areas area(String kind, String name, String figures, List<Integer> values) {
        var top = drawn.size() * HEIGHT;
        var points = new StringBuilder();
        for (var i = 0; i < values.size(); i++) {
            points.append(String.format(
                    Locale.ROOT, " %.2f,%.2f", 100.0 * i / (values.size() - 1), 100 - 98 * values.get(i) / highest));
        }
        drawn.add("""
                <text x="0" y="%s">%s</text><text x="100%%" y="%s" text-anchor="end">%s</text>\
                <svg x="0" y="%s" width="100%%" height="4.5em" viewBox="0 0 100 100" preserveAspectRatio="none">\
                <polygon class="%s" points="0,100%s 100,100"/></svg>\
                <rect class="ground" x="0" y="%s" width="100%%" height="1"/>""".formatted(
                        Svg.em(top + 1),
                        Svg.escaped(name),
                        Svg.em(top + 1),
                        Svg.escaped(figures),
                        Svg.em(top + 1.4),
                        kind,
                        points,
                        Svg.em(top + 5.9)));
        return this;
    }

    String svg(String title) {
        return Svg.image(title, drawn.size() * HEIGHT, String.join("", drawn));
    }
}
