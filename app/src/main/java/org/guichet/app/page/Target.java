package org.guichet.app.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was asked for. An error is shown at an address of its own; what led to it stands beside it. */
record Target(String method, String path, Optional<String> query) {
    static Target of(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) == null
                ? new Target(
                        text(request.getMethod()),
                        text(request.getRequestURI()),
                        Optional.ofNullable(request.getQueryString()))
                : new Target(
                        text(request.getAttribute(RequestDispatcher.ERROR_METHOD)),
                        text(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)),
                        Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_QUERY_STRING))
                                .map(Object::toString));
    }

    /** HEAD is told what GET would be, to the letter. */
    boolean isLook() {
        return method.equals("GET") || method.equals("HEAD");
    }

    boolean isSent() {
        return method.equals("POST");
    }

    // None where the first line of the request was not understood.
    private static String text(@Nullable Object found) {
        return Objects.requireNonNullElse(found, "").toString();
    }
}
