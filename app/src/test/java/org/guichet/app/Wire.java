package org.guichet.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;

/** Somebody who sends bytes that no browser would send. */
public final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final Socket socket;

    public Wire(int port) {
        try {
            socket = new Socket("localhost", port);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.setTcpNoDelay(true);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** What came back until the connection ended: head and body. */
    public record Answer(String whole) {
        public int status() {
            return Integer.parseInt(whole.split(" ", 3)[1]);
        }
    }

    /** One request and all that comes back. */
    public static Answer ask(int port, String request) {
        try (var wire = new Wire(port)) {
            wire.send(request);
            return wire.answer();
        }
    }

    /** Each character is one byte. A server that has heard enough may end the connection meanwhile. */
    public boolean send(String bytes) {
        try {
            socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
            return true;
        } catch (IOException ended) {
            return false;
        }
    }

    /** What came before the connection was ended, in whatever way. */
    public Answer answer() {
        var all = new ByteArrayOutputStream();
        try {
            socket.getInputStream().transferTo(all);
        } catch (SocketException reset) {
            return new Answer(all.toString(UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return new Answer(all.toString(UTF_8));
    }

    /** Leaves without a word: whoever still writes is told that there is nobody. */
    public void reset() {
        try {
            socket.setSoLinger(true, 0);
        } catch (SocketException broken) {
            throw new UncheckedIOException(broken);
        }
        close();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
