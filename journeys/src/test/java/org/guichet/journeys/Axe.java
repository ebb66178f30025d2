package org.guichet.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Looks for what keeps people out of a page: the rules of WCAG 2.2, levels A and AA. */
final class Axe {
    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

    private static final String AXE = """
            async ({run, colours}) => (await axe.run({
                runOnly: run, rules: {'color-contrast': {enabled: colours}}, resultTypes: ['violations']}))
              .violations.flatMap(it => it.nodes.map(node => it.id + ': ' + node.html.slice(0, 160)))""";

    /** Before a page of this context is opened. */
    void prepare(BrowserContext context) {
        context.addInitScript(script());
    }

    /** What it finds; of colours, where wanted, by day and by night. */
    List<String> problems(Page page, boolean colours) {
        var problems = new ArrayList<>(run(page, Map.of("type", "tag", "values", WCAG), colours));
        if (colours) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            run(page, Map.of("type", "rule", "values", List.of("color-contrast")), true)
                    .forEach(it -> problems.add("by night, " + it));
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        }
        return problems;
    }

    private static List<String> run(Page page, Map<String, Object> rules, boolean colours) {
        return strings(page.evaluate(AXE, Map.of("run", rules, "colours", colours)));
    }

    static List<String> strings(Object found) {
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    private static String script() {
        try (var script = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script, "axe").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
