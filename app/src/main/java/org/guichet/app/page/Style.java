package org.guichet.app.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The one style sheet, at an address that changes with its content, so that it is loaded once. */
@Controller
final class Style {
    private static final String PATH = "/style.css";

    private final byte[] sheet;
    private final String hash;

    Style() {
        try (var file = new ClassPathResource("style.css").getInputStream()) {
            this.sheet = lighter(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .getBytes(StandardCharsets.UTF_8);
            this.hash = HexFormat.of().formatHex(Tags.sha256().digest(sheet), 0, 4);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String address() {
        return PATH + "?" + hash;
    }

    @GetMapping(PATH)
    ResponseEntity<byte[]> sheet(HttpServletRequest request) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/css;charset=UTF-8"))
                .cacheControl(kept(request.getQueryString()))
                .eTag(Tags.of(sheet))
                .body(sheet);
    }

    // A page of another node may name another sheet: nobody is to keep this one in its place.
    private CacheControl kept(@Nullable String asked) {
        return hash.equals(asked)
                ? CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable()
                : CacheControl.noCache();
    }

    // The source keeps its comments and lines; a phone needs neither.
    private static String lighter(String css) {
        return css.replaceAll("(?s)/\\*.*?\\*/", "")
                .replaceAll("\\s+", " ")
                .replaceAll(" ?([{};,]) ?", "$1")
                .replaceAll("([a-z]): ", "$1:")
                .replace(";}", "}")
                .strip();
    }
}
