package org.guichet.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Looks at a page in the browser as no person can: with axe, with a ruler, at every request it makes. */
final class Laboratory implements AutoCloseable {
    private static final List<Integer> NARROW = List.of(320, 360);
    private static final int HIGH = 740;

    private static final String AXE_RUN = """
            async tags => (await axe.run({
              runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']
            })).violations.flatMap(it => it.nodes.map(node => it.id + ': ' + node.html.slice(0, 160)))""";

    private static final String AXE_CONTRAST = """
            async () => (await axe.run({
              runOnly: {type: 'rule', values: ['color-contrast']}, resultTypes: ['violations']
            })).violations.flatMap(it => it.nodes.map(node => 'in the dark, ' + it.id + ': ' + node.html.slice(0, 160)))""";

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa");

    private static final String SIDEWAYS =
            "() => document.documentElement.scrollWidth > document.documentElement.clientWidth";

    // A link inside a sentence is as high as its line (WCAG 2.5.8, inline); a box is as large as the label around it.
    private static final String SMALL = """
            () => {
              const inline = it => getComputedStyle(it).display.startsWith('inline') && getComputedStyle(it).display !== 'inline-block';
              const inSentence = it => {
                if (!inline(it)) return false;
                let block = it.parentElement;
                while (inline(block)) block = block.parentElement;
                return block.textContent.trim().length > it.textContent.trim().length;
              };
              return [...document.querySelectorAll('a, button, input:not([type=hidden]), select, textarea, summary')]
                .filter(it => !inSentence(it))
                .map(it => [it, (it.closest('label') ?? it).getBoundingClientRect()])
                .filter(([it, box]) => box.width < 24 || box.height < 24)
                .map(([it, box]) => Math.round(box.width) + ' × ' + Math.round(box.height) + ': ' + it.outerHTML.slice(0, 120));
            }""";

    private final BrowserContext context = Chromium.laboratory();
    private final Page page = context.newPage();
    private final List<String> strangers = new ArrayList<>();
    private final Walker walker = new Walker();
    private final Checker checker = new Checker();
    private final Pictures pictures = new Pictures();
    private final String axe = axe();

    Laboratory() {
        page.onRequest(request -> {
            if (!request.url().startsWith(Site.address()) && !request.url().startsWith("data:")) {
                strangers.add(request.url());
            }
        });
    }

    Visit visit(Pages.Stop stop) {
        strangers.clear();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(NARROW.getFirst(), HIGH);
        page.navigate(Site.address() + stop.address());
        var sideways = new ArrayList<Integer>();
        for (var width : NARROW) {
            page.setViewportSize(width, HIGH);
            if (Boolean.TRUE.equals(page.evaluate(SIDEWAYS))) {
                sideways.add(width);
            }
        }
        var reply = walker.get(stop.address());
        var visit = new Visit(
                stop,
                page.title(),
                page.locator("h1").count(),
                page.locator("script").count(),
                problems(),
                sideways,
                strings(page.evaluate(SMALL)),
                List.copyOf(strangers),
                checker.check(reply.text()),
                reply.weight() + Style.WEIGHT);
        pictures.take(page, stop);
        return visit;
    }

    private List<String> problems() {
        page.evaluate(axe);
        var problems = new ArrayList<>(strings(page.evaluate(AXE_RUN, WCAG)));
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        problems.addAll(strings(page.evaluate(AXE_CONTRAST)));
        return problems;
    }

    private static List<String> strings(Object found) {
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    private static String axe() {
        try (var script = Laboratory.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(script, "axe").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        context.close();
        checker.close();
    }

    /** The style sheet that all pages share. */
    private static final class Style {
        static final int WEIGHT = new Walker().get("/style.css").weight();
    }
}
