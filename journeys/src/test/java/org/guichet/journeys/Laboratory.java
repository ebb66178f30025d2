package org.guichet.journeys;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.util.ArrayList;
import java.util.List;

/** Looks at a page in the browser as no person can: with axe, with a ruler, at every request it makes. */
final class Laboratory implements AutoCloseable {
    // The narrowest that pages are made for (WCAG 1.4.10); whatever fits here fits a wider phone, laid out alike.
    private static final int NARROW = 320;
    private static final int HIGH = 740;

    // A link inside a sentence is as high as its line (WCAG 2.5.8, inline); a box is as large as the label around it.
    private static final String LOOK = """
            () => {
              const inline = it => getComputedStyle(it).display === 'inline';
              const inSentence = it => {
                if (!inline(it)) return false;
                let block = it.parentElement;
                while (inline(block)) block = block.parentElement;
                return block.textContent.trim().length > it.textContent.trim().length;
              };
              const targets = 'a, button, input:not([type=hidden]), select, textarea, summary';
              const small = [...document.querySelectorAll(targets)]
                .filter(it => !inSentence(it))
                .map(it => [it.outerHTML.slice(0, 120), (it.closest('label') ?? it).getBoundingClientRect()])
                .filter(([html, box]) => box.width < 24 || box.height < 24)
                .map(([html, box]) => Math.round(box.width) + ' × ' + Math.round(box.height) + ': ' + html);
              const count = name => document.getElementsByTagName(name).length;
              return [document.title, count('h1'), count('script'), small];
            }""";

    private static final String STAFF = "/agent";

    static final String SIDEWAYS = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth";

    private final BrowserContext context = Chromium.laboratory();
    private final Page page;
    private final List<String> strangers = new ArrayList<>();
    private final Site site = Site.ofTheExample();
    private final Walker walker;
    private final Axe axe = new Axe();
    private final Checker checker = new Checker();
    private final Pictures pictures = new Pictures();
    private final int style;

    /** The walker has been wherever the pages to visit can be seen. */
    Laboratory(Walker walker) {
        this.walker = walker;
        style = walker.get("/style.css").weight();
        axe.prepare(context);
        page = context.newPage();
        page.onRequest(request -> {
            if (!request.url().startsWith(site.address()) && !request.url().startsWith("data:")) {
                strangers.add(request.url());
            }
        });
    }

    Visit visit(Pages.Stop stop) {
        strangers.clear();
        var reply = walker.get(stop.address());
        var html = checker.check(reply.text());
        walker.cookies()
                .forEach((name, value) ->
                        context.addCookies(List.of(new Cookie(name, value).setUrl(site.address() + STAFF))));
        page.navigate(site.address() + stop.address());
        page.setViewportSize(NARROW, HIGH);
        var sideways = Boolean.TRUE.equals(page.evaluate(SIDEWAYS));
        var look = (List<?>) page.evaluate(LOOK);
        var visit = new Visit(
                stop,
                String.valueOf(look.get(0)),
                (int) look.get(1),
                (int) look.get(2),
                problems(stop),
                sideways,
                Axe.strings(look.get(3)),
                List.copyOf(strangers),
                html,
                reply.weight() + style);
        pictures.take(page, stop);
        return visit;
    }

    // Colours in one language only: they speak all of them.
    private List<String> problems(Pages.Stop stop) {
        return axe.problems(page, stop.language().equals(Pages.LANGUAGES.getFirst()));
    }

    @Override
    public void close() {
        context.close();
        checker.close();
    }
}
