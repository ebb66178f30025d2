package org.guichet.app.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Makes the {@link View} of a request: language from the address, else from the browser; authority from the host. */
@Component
public final class Views {
    /** Where the staff works, in French. */
    private static final String STAFF = "/agent";

    private final Messages messages;
    private final Masthead.Source mastheads;
    private final Style style;

    Views(Messages messages, Masthead.Source mastheads, Style style) {
        this.messages = messages;
        this.mastheads = mastheads;
        this.style = style;
    }

    public View of(HttpServletRequest request) {
        var target = Target.of(request);
        var path = target.path();
        var first = path.split("/", 3).length > 1 ? path.split("/", 3)[1] : "";
        var spoken = Language.of(first);
        var rest = spoken.isPresent() ? path.substring(1 + first.length()) : "";
        var query = target.query().map(it -> "?" + it).orElse("");
        return new View(
                spoken.orElseGet(() -> path.startsWith(STAFF) ? Language.FR : preferred(request)),
                mastheads.at(request.getServerName()),
                messages,
                style.address(),
                target.isLook() ? spoken.map(_ -> rest + query) : Optional.empty());
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
