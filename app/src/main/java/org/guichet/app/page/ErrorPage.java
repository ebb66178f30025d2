package org.guichet.app.page;

import java.util.Optional;

/**
 * A page that stands in for one that could not be shown; {@code what} begins its message keys. {@code again} is what
 * can be asked for once more, as it was, in a moment.
 */
public record ErrorPage(View view, String what, String reference, Optional<Again> again) {
    /** What there is to say about a status of HTTP; where nothing was {@code sent}, nothing of it can be lost. */
    public static ErrorPage of(View view, boolean sent, int status, String reference) {
        var unread = sent ? "error.request" : "error.address";
        var what = switch (status) {
            case 403 -> "error.forbidden";
            case 404 -> "error.notfound";
            case 405 -> "error.method";
            case 408 -> "error.slow";
            case 503 -> "error.down";
            case 501, 505 -> unread;
            default -> status < 500 ? unread : sent ? "error.failure" : "error.unshown";
        };
        return new ErrorPage(view, what, reference, Optional.empty());
    }
}
