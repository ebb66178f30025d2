package org.guichet.app.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.guichet.app.platform.Limits;

/**
 * Reads what no page asked for, after the answer has left, at the pace that all must keep: a connection that is closed
 * over unread bytes often takes the answer with it. What is far too much is not read.
 */
record ReadsToTheEnd(Adapter pages) implements Adapter {
    @Override
    public void service(Request request, Response response) throws Exception {
        pages.service(request, response);
        if (isSound(request) && hasBody(request) && !isRead(request)) {
            request.action(ActionCode.CLOSE_NOW, null);
        }
    }

    // Where Tomcat refused the request its connection ends, and nobody knows where its body would.
    private static boolean isSound(Request request) {
        var isRefused = new AtomicBoolean();
        request.action(ActionCode.IS_ERROR, isRefused);
        return !isRefused.get() && !request.hasExpectation();
    }

    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    private static boolean isRead(Request request) {
        var rest = new Forgotten();
        try {
            for (int read = 0; read >= 0; read = request.getInputBuffer().doRead(rest)) {
                rest.bytes += read;
                if (rest.bytes > Limits.UNASKED_BYTES_MAX) {
                    return false;
                }
            }
            return true;
        } catch (IOException | InvalidParameterException gone) {
            return false;
        }
    }

    /** Counts what is read, and keeps none of it. */
    private static final class Forgotten implements ApplicationBufferHandler {
        private long bytes;
        private ByteBuffer last = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            last = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return last;
        }

        @Override
        public void expand(int size) {}
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return pages.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent status) throws Exception {
        return pages.asyncDispatch(request, response, status);
    }

    @Override
    public void log(Request request, Response response, long time) {
        pages.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        pages.checkRecycled(request, response);
    }

    @Override
    public String getDomain() {
        return pages.getDomain();
    }
}
