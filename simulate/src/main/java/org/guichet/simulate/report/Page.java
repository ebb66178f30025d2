package org.guichet.simulate.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.guichet.simulate.world.Lost;
import org.guichet.simulate.world.Rules;

/** The report: one file, without scripts, and without anything from elsewhere. */
public record Page(Study study, Words words, String command) {
    private static final int ASSUMPTIONS = 11;
    private static final int UNKNOWN = 6;

    public String html() {
        var figures = new Figures(study, words);
        return """
                <!doctype html>
                <html lang="%s">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>
                %s</style>
                </head>
                <body>
                <header><p class="page">Guichet</p></header>
                <main class="page">
                """.formatted(words.language(), escaped("title"), style())
                + "<h1>" + headline() + "</h1>\n"
                + paragraph("lead") + paragraph("invented")
                + chapter("people")
                + figures.served() + figures.weeks() + figures.connections() + figures.channels()
                + figures.families() + figures.places() + figures.waiting()
                + chapter("reseller")
                + figures.twoByTwo() + figures.trade() + figures.values() + figures.identities() + attacked()
                + chapter("promises") + promises()
                + chapter("assumed") + list("assumed", ASSUMPTIONS)
                + chapter("unknown") + list("unknown", UNKNOWN)
                + chapter("again") + "<p><code>" + Svg.escaped(command) + "</code></p>\n"
                + "</main>\n</body>\n</html>\n";
    }

    private String headline() {
        return Svg.escaped(words.say(
                "headline",
                words.number(study.of(Rules.OURS).persons().share(), 0),
                words.number(study.of(Rules.IMMEDIATE).persons().share(), 0)));
    }

    private String attacked() {
        var attacked = study.attacked();
        return "<p>"
                + Svg.escaped(words.say(
                        "attacked",
                        words.number(attacked.persons().share(), 0),
                        words.number(
                                100.0
                                        * attacked.places().lost(Lost.KEPT)
                                        / attacked.places().all(),
                                1),
                        words.number(-attacked.profitAPlace(), 2)))
                + "</p>\n";
    }

    private String promises() {
        var promises = study.of(Rules.OURS).promises();
        return "<p>" + Svg.escaped(words.say(promises.kept() ? "kept" : "broken")) + "</p>\n";
    }

    private String chapter(String key) {
        return "<h2>" + escaped(key + ".heading") + "</h2>\n" + paragraph(key + ".intro");
    }

    private String paragraph(String key) {
        return "<p>" + escaped(key) + "</p>\n";
    }

    private String list(String key, int items) {
        return IntStream.rangeClosed(1, items)
                .mapToObj(item -> "<li>" + Svg.escaped(words.say(key + "." + item, about())) + "</li>\n")
                .collect(Collectors.joining("", "<ul>\n", "</ul>\n"));
    }

    /** The assumptions, in the order in which the sentences count them. */
    private Object[] about() {
        var settings = study.settings();
        var absences = settings.absences();
        var reseller = settings.reseller();
        return new Object[] {
            settings.weeks(), settings.demand(), settings.size().centres(),
                    settings.size().counters(),
            settings.size().hours(), settings.families(), absences.refused(), absences.early(),
            absences.late(), absences.absent(), settings.standby(), reseller.wins(),
            reseller.rebooks(), reseller.cost(), reseller.fakes(), reseller.caught()
        };
    }

    private String escaped(String key) {
        return Svg.escaped(words.say(key, about()));
    }

    private static String style() {
        try (var file = Page.class.getResourceAsStream("report.css")) {
            if (file == null) {
                throw new IllegalStateException("No style for the report");
            }
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
