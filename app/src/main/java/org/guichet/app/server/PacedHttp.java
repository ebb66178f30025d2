package org.guichet.app.server;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;
import org.apache.coyote.Adapter;
import org.apache.coyote.ErrorState;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11InputBuffer;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * HTTP as Tomcat speaks it, to clients that must keep pace. Tomcat bounds each pause of a client, not the whole: a byte
 * a second would be heard for hours. And a request that waits for its body gives its turn to the next.
 */
public final class PacedHttp extends Http11NioProtocol {
    // What arrives goes straight into the request's own buffer, where there is more room than this.
    private static final String READ_BUFFER_BYTES = "1024";
    private static final String TOO_LARGE =
            StringManager.getManager(Http11InputBuffer.class).getString("iib.requestheadertoolarge.error");

    private Pace pace = new Pace(new Turns(1), Duration.ZERO);

    /** How many requests are worked on at a time, and how long each may take to arrive. */
    private record Pace(Turns turns, Duration arriving) {}

    /** Whatever else Tomcat was told to run requests in. */
    void keepPace(int atOnce, Duration arriving) {
        pace = new Pace(new Turns(atOnce), arriving);
        setExecutor(pace.turns());
        setProperty("socket.appReadBufSize", READ_BUFFER_BYTES);
    }

    @Override
    protected Processor createProcessor() {
        return new Paced(this, getAdapter(), pace);
    }

    /** One request at a time of one client. */
    private static final class Paced extends Http11Processor implements InputBuffer {
        private final Pace pace;
        private final InputBuffer body;
        private Optional<HttpStatus> tooLarge = Optional.empty();
        private boolean isOver;

        Paced(PacedHttp protocol, Adapter adapter, Pace pace) {
            super(protocol, new ReadsToTheEnd(adapter));
            this.pace = pace;
            this.body = request.getInputBuffer();
            request.setInputBuffer(this);
        }

        @Override
        public SocketState service(SocketWrapperBase<?> socket) throws IOException {
            tooLarge = Optional.empty();
            isOver = false;
            return isTooSlow() ? SocketState.CLOSED : super.service(socket);
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            if (isOver) {
                throw tooSlow();
            }
            if (body.available() > 0) {
                return body.doRead(handler);
            }
            pace.turns().rest();
            try {
                var read = body.doRead(handler);
                if (isTooSlow()) {
                    throw tooSlow();
                }
                return read;
            } catch (SocketTimeoutException pause) {
                throw tooSlow();
            } finally {
                pace.turns().resume();
            }
        }

        @Override
        public int available() {
            return body.available();
        }

        // It is answered by whoever reads, and then what is still on its way is not waited for. Nothing is wrong with
        // the answer, so Tomcat is not to write another one behind it.
        private InvalidParameterException tooSlow() {
            isOver = true;
            response.setHeader("Connection", "close");
            return new InvalidParameterException("Too slow", HttpStatus.REQUEST_TIMEOUT.value());
        }

        // From the first byte of the request. None has come before the first look, nor where a connection is kept.
        private boolean isTooSlow() {
            var began = request.getStartTimeNanos();
            return began >= 0 && System.nanoTime() - began > pace.arriving().toNanos();
        }

        // Tomcat says 400 whatever it did not like, also where it goes on with what it has not read.
        @Override
        protected void setErrorState(ErrorState state, @Nullable Throwable why) {
            if (why != null && TOO_LARGE.equals(why.getMessage())) {
                var isAddress = request.requestURI().isNull();
                tooLarge =
                        Optional.of(isAddress ? HttpStatus.URI_TOO_LONG : HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE);
                if (isAddress) {
                    request.requestURI().setString("/");
                }
            }
            tooLarge.ifPresent(it -> response.setStatus(it.value()));
            super.setErrorState(state, why);
        }
    }
}
