package org.guichet.app.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.guichet.app.page.ErrorPage;
import org.guichet.app.page.Html;
import org.guichet.app.page.Views;
import org.guichet.app.platform.PublicDoor;
import org.jspecify.annotations.Nullable;

/** Our page where Tomcat refuses a request that no page of ours ever sees, since it could not be understood. */
final class OwnErrors extends ErrorReportValve {
    private final Html html;
    private final Views views;

    OwnErrors(Html html, Views views) {
        this.html = html;
        this.views = views;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        var mayWrite = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, mayWrite);
        if (response.getStatus() < 400
                || response.getContentWritten() > 0
                || !response.setErrorReported()
                || !mayWrite.get()) {
            return;
        }
        var sent = "POST".equals(request.getMethod());
        var page = ErrorPage.of(views.of(request), sent, response.getStatus(), "");
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Security-Policy", PublicDoor.CONTENT_POLICY);
        try (var writer = response.getReporter()) {
            writer.write(new String(html.render("page/ErrorPage", page), UTF_8));
            response.finishResponse();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
