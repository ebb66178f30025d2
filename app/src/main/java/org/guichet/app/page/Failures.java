package org.guichet.app.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.guichet.app.platform.Transactions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/**
 * The one place where exceptions end: a page in the person's language, and a reference number where it was our fault.
 */
@ControllerAdvice
@org.springframework.stereotype.Controller
final class Failures implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private final Html html;
    private final Views views;

    Failures(Html html, Views views) {
        this.html = html;
        this.views = views;
    }

    /** More people send at this moment than can wait. It is no word for a log: nothing is wrong but the hour. */
    @ExceptionHandler
    ResponseEntity<byte[]> rush(RejectedExecutionException tooMany, HttpServletRequest request) {
        return later(request, "error.rush");
    }

    /** Too many parameters, too large, or not to be decoded: found only when the first one is asked for. */
    @ExceptionHandler
    ResponseEntity<byte[]> unreadable(InvalidParameterException failure, HttpServletRequest request) {
        return page(request, HttpStatusCode.valueOf(failure.getErrorCode()), "");
    }

    /** A field whose name holds what no name of ours does; it is found only when the form is read. */
    @ExceptionHandler
    ResponseEntity<byte[]> misnamed(RequestRejectedException failure, HttpServletRequest request) {
        return page(request, HttpStatus.BAD_REQUEST, "");
    }

    /** An address that was cut or edited: an id that is none, a word where a number stands. */
    @ExceptionHandler
    ResponseEntity<byte[]> mistyped(TypeMismatchException failure, HttpServletRequest request) {
        return page(request, HttpStatus.BAD_REQUEST, "");
    }

    /**
     * Nothing for whoever has gone meanwhile: nobody would read a page, and nothing is wrong. Where a part was sent
     * already the connection ends with the failure, so that nobody takes it for the whole.
     */
    @ExceptionHandler
    @Nullable
    ResponseEntity<byte[]> any(Throwable failure, HttpServletRequest request, HttpServletResponse response)
            throws Throwable {
        if (response.isCommitted() && !isGone(failure)) {
            throw failure;
        }
        if (failure instanceof ErrorResponse answer && answer.getStatusCode().is4xxClientError()) {
            return page(request, answer.getStatusCode(), "");
        }
        if (Transactions.isOutage(failure)) {
            LOG.error("No page", failure);
            return later(request, "error.down");
        }
        if (isGone(failure)) {
            LOG.debug("Nobody waits for {} any more", request.getRequestURI());
            return null;
        }
        var reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Failure {} at {} {}", reference, request.getMethod(), request.getRequestURI(), failure);
        return page(request, HttpStatus.INTERNAL_SERVER_ERROR, reference);
    }

    /** What the server refuses before any page is asked: filters, security, malformed requests. */
    @RequestMapping("/error")
    ResponseEntity<byte[]> refused(HttpServletRequest request) {
        var code = Optional.ofNullable((Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .orElse(404);
        return page(request, HttpStatusCode.valueOf(code), "");
    }

    // These two only: a connection that breaks somewhere else is a failure of ours, whatever its text.
    private static boolean isGone(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(it -> it instanceof ClientAbortException || it instanceof AsyncRequestNotUsableException);
    }

    private ResponseEntity<byte[]> page(HttpServletRequest request, HttpStatusCode status, String reference) {
        var known = Optional.ofNullable(HttpStatus.resolve(status.value())).orElse(HttpStatus.BAD_REQUEST);
        return html.page(
                known, ErrorPage.of(views.of(request), Target.of(request).isSent(), known.value(), reference));
    }

    /** Not now. Whatever was sent is in the page, to be sent again. */
    private ResponseEntity<byte[]> later(HttpServletRequest request, String what) {
        var view = views.of(request);
        return html.later(new ErrorPage(view, what, "", Optional.of(Again.of(request))));
    }
}
