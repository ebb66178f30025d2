package org.guichet.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;

/** Pictures of every page for people to look at, in target/screens; taken where {@code -Dscreens} is said. */
final class Pictures {
    private static final Path FOLDER = Path.of("target/screens");
    private static final int HIGH = 740;

    private final boolean wanted = System.getProperty("screens") != null;

    /** On a phone by day and by night, on a desk, and on paper. */
    void take(Page page, Pages.Stop stop) {
        if (wanted) {
            take(page, stop, 360, ColorScheme.LIGHT, Media.SCREEN, "360");
            take(page, stop, 360, ColorScheme.DARK, Media.SCREEN, "360-dark");
            take(page, stop, 1280, ColorScheme.LIGHT, Media.SCREEN, "1280");
            take(page, stop, 640, ColorScheme.LIGHT, Media.PRINT, "print");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        }
    }

    private static void take(Page page, Pages.Stop stop, int width, ColorScheme colours, Media media, String how) {
        page.setViewportSize(width, HIGH);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours).setMedia(media));
        var name = "%s-%s-%s.png".formatted(stop.language(), stop.name().replaceAll("[ ,]+", "-"), how);
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(FOLDER.resolve(name)));
    }
}
