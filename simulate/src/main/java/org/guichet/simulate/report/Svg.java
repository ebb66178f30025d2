package org.guichet.simulate.report;

import java.util.Locale;

/** What all charts are made of. */
final class Svg {
    private Svg() {}

    /** A chart with a name; the words under {@link #id} describe it. */
    static String image(String title, double height, String content) {
        return """
                <svg class="chart" role="img" aria-labelledby="%1$st" aria-describedby="%1$s"
                width="100%%" height="%3$s">\
                <title id="%1$st">%2$s</title>%4$s</svg>
                """.formatted(id(title), escaped(title), em(height), content);
    }

    /** Of the description of the chart that has this title. */
    static String id(String title) {
        return "c" + Integer.toHexString(title.hashCode());
    }

    static String em(double number) {
        return String.format(Locale.ROOT, "%.2fem", number);
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
