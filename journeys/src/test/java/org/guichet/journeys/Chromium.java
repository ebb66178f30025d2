package org.guichet.journeys;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The browser that is installed here, started once for all tests. */
final class Chromium {
    /** A name of this machine by which a browser does not know it. */
    static final String ELSEWHERE = "guichet.example";

    // A click or an answer takes a moment. A machine that is busy with other things takes longer, and that is no fault.
    private static final double STEP_MILLIS_MAX = 60_000;
    private static final double START_MILLIS_MAX = 300_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(STEP_MILLIS_MAX);
    }

    private static final Browser BROWSER = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")))
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(installed())
                    .setTimeout(START_MILLIS_MAX)
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--host-resolver-rules=MAP " + ELSEWHERE + " 127.0.0.1",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync")));

    private Chromium() {}

    /** A phone of the public: narrow, and with scripts off. */
    static BrowserContext phone() {
        return context(options().setJavaScriptEnabled(false).setViewportSize(360, 740));
    }

    /** The screen of a counter; scripts are off there too. */
    static BrowserContext desk() {
        return context(options().setJavaScriptEnabled(false).setViewportSize(1280, 800));
    }

    /** Where the page itself is examined: that takes scripts of our own, which the page's policy would refuse. */
    static BrowserContext laboratory() {
        return context(options().setBypassCSP(true));
    }

    private static Browser.NewContextOptions options() {
        return new Browser.NewContextOptions().setLocale("fr-FR");
    }

    private static BrowserContext context(Browser.NewContextOptions options) {
        var context = BROWSER.newContext(options);
        context.setDefaultTimeout(STEP_MILLIS_MAX);
        return context;
    }

    private static Path installed() {
        var path = Objects.requireNonNullElse(System.getenv("PATH"), "").split(":", -1);
        var named = Stream.ofNullable(System.getenv("GUICHET_CHROMIUM"));
        var usual = Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
        return Stream.concat(named, usual)
                .flatMap(name -> Stream.of(path).map(folder -> Path.of(folder).resolve(name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Chromium is missing: ./guichet check installs it"));
    }
}
