package org.guichet.app.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.ErrorPage;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.guichet.app.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server where only two requests are worked on at a time, and each must have arrived after a while. */
final class PacedHttpTest {
    private static final String FORM = "POST /%s HTTP/1.1\r\nHost: a\r\nConnection: close\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s";
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final String GET = "GET /read HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

    @TempDir
    private Path folder = Path.of("");

    private final Tomcat tomcat = new Tomcat();

    /** Reads the form, or does not. */
    @SuppressWarnings("serial") // Never written anywhere.
    private static final class Echo extends HttpServlet {
        private final boolean reads;

        Echo(boolean reads) {
            this.reads = reads;
        }

        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            try {
                response.getWriter().print(reads ? "read " + request.getParameter("a") : "not read");
            } catch (InvalidParameterException refused) {
                response.setStatus(refused.getErrorCode());
                response.getWriter().print("refused");
                response.flushBuffer();
            }
        }
    }

    private void start(Duration arriving) throws LifecycleException {
        var connector = new Connector(PacedHttp.class.getName());
        connector.setPort(0);
        ((PacedHttp) connector.getProtocolHandler()).keepPace(2, arriving);
        tomcat.setBaseDir(folder.toString());
        tomcat.setConnector(connector);
        var context = tomcat.addContext("", null);
        List.of(true, false).forEach(reads -> {
            var path = reads ? "read" : "unread";
            Tomcat.addServlet(context, path, new Echo(reads));
            context.addServletMappingDecoded("/" + path, path);
        });
        var whereNothingWasSaid = new ErrorPage();
        whereNothingWasSaid.setLocation("/read");
        context.addErrorPage(whereNothingWasSaid);
        tomcat.start();
    }

    @AfterEach
    void stop() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    @Test
    void a_form_that_keeps_pace_is_read() throws LifecycleException {
        start(LONG);
        assertThat(ask(FORM.formatted("read", 3, "a=1")).whole()).endsWith("read 1");
    }

    @Test
    void forms_that_never_arrive_hold_nobody_up() throws LifecycleException {
        start(LONG);
        var slow = IntStream.range(0, 20).mapToObj(_ -> wire()).toList();
        slow.forEach(it -> it.send(FORM.formatted("read", 100, "a=")));
        assertThat(ask(GET).whole()).endsWith("read null");
        slow.forEach(Wire::close);
    }

    @Test
    void a_form_that_comes_byte_by_byte_is_answered_that_it_took_too_long() throws LifecycleException {
        start(SHORT);
        try (var slow = wire()) {
            slow.send(FORM.formatted("read", 60_000, "a="));
            sendByByte(slow);
            var answer = slow.answer();
            assertThat(answer.status()).isEqualTo(408);
            assertThat(answer.whole()).as("said once, by whoever read").endsWith("refused");
        }
    }

    @Test
    void headers_that_come_byte_by_byte_are_heard_for_so_long_only() throws LifecycleException {
        start(SHORT);
        try (var slow = wire()) {
            slow.send("GET /read HTTP/1.1\r\nHost: a\r\nX-Slow: ");
            sendByByte(slow);
            assertThat(slow.answer().whole()).isEmpty();
        }
    }

    @Test
    void who_sends_what_nobody_reads_hears_the_answer() throws LifecycleException {
        start(LONG);
        assertThat(ask(FORM.formatted("unread", 500_000, "a".repeat(500_000))).whole())
                .endsWith("not read");
        assertThat(ask(FORM.replace("Content-Length: %d", "Transfer-Encoding: chunked")
                                .formatted("unread", "5\r\naaaaa\r\n0\r\n\r\n"))
                        .whole())
                .endsWith("not read");
    }

    @Test
    void what_nobody_reads_and_never_arrives_ends_too() throws LifecycleException {
        start(SHORT);
        try (var slow = wire()) {
            slow.send(FORM.formatted("unread", 60_000, "a="));
            sendByByte(slow);
            assertThat(slow.answer().whole()).endsWith("not read");
        }
    }

    // Until the server has heard enough: the byte after it closed is lost, and the one after that tells.
    private static void sendByByte(Wire slow) {
        while (slow.send("1")) {
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    private Wire.Answer ask(String request) {
        return Wire.ask(tomcat.getConnector().getLocalPort(), request);
    }

    private Wire wire() {
        return new Wire(tomcat.getConnector().getLocalPort());
    }
}
