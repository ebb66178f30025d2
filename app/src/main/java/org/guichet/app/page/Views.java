package org.guichet.app.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Makes the {@link View} of a request: language from the address, else from the browser; authority from the host. */
@Component
public final class Views {
    /** Where the staff works, in French. */
    private static final String STAFF = "/agent";

    /** HEAD is told what GET would be, to the letter. */
    private static final Set<String> LOOKING = Set.of("GET", "HEAD");

    private final Messages messages;
    private final Masthead.Source mastheads;
    private final Style style;

    Views(Messages messages, Masthead.Source mastheads, Style style) {
        this.messages = messages;
        this.mastheads = mastheads;
        this.style = style;
    }

    public View of(HttpServletRequest request) {
        // None where the first line of the request was not understood.
        var path = Objects.requireNonNullElse(request.getRequestURI(), "");
        var first = path.split("/", 3).length > 1 ? path.split("/", 3)[1] : "";
        var spoken = Language.of(first);
        var rest = spoken.isPresent() ? path.substring(1 + first.length()) : "";
        var query = Optional.ofNullable(request.getQueryString())
                .map(it -> "?" + it)
                .orElse("");
        return new View(
                spoken.orElseGet(() -> path.startsWith(STAFF) ? Language.FR : preferred(request)),
                mastheads.at(request.getServerName()),
                messages,
                style.address(),
                LOOKING.contains(request.getMethod()) ? spoken.map(_ -> rest + query) : Optional.empty());
    }

    /** A page that no browser asked for: a message, a letter. */
    public View of(Masthead masthead, Language language) {
        return new View(language, masthead, messages, style.address(), Optional.empty());
    }

    /** The first language of the browser that we speak; never the machine's. */
    public static Language preferred(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Language.FR;
        }
        return Collections.list(request.getLocales()).stream()
                .map(Locale::getLanguage)
                .flatMap(code -> Language.of(code).stream())
                .findFirst()
                .orElse(Language.FR);
    }
}
