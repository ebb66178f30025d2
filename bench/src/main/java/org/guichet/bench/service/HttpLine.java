package org.guichet.bench.service;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * One kept connection that speaks as much HTTP as a measurement needs, since a whole client would cost more than what
 * is measured.
 */
public final class HttpLine implements AutoCloseable {
    private static final Duration OTHER_WITHIN = Duration.ofMinutes(5);
    static final String END = "\r\n\r\n";

    private final URI server;
    private Socket socket;
    private InputStream in;

    public HttpLine(URI server) {
        this.server = server;
        this.socket = new Socket();
        this.in = InputStream.nullInputStream();
    }

    public static byte[] get(URI server, String address) {
        return head("GET " + address, "Host: " + server.getAuthority());
    }

    /** The same request by somebody who has what was answered to it with this tag. */
    public static byte[] again(byte[] get, String tag) {
        return with(get, "If-None-Match: " + tag);
    }

    /** The same request by somebody who has what was there at this date. */
    public static byte[] ifModifiedSince(byte[] get, String date) {
        return with(get, "If-Modified-Since: " + date);
    }

    private static byte[] with(byte[] request, String header) {
        var head = new String(request, StandardCharsets.ISO_8859_1);
        return (head.substring(0, head.length() - END.length()) + "\r\n" + header + END)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** An empty form, as the browser sends one from a page of the same site. */
    public static byte[] post(URI server, String address) {
        return head(
                "POST " + address,
                "Host: " + server.getAuthority(),
                "Sec-Fetch-Site: same-origin",
                "Content-Type: application/x-www-form-urlencoded",
                "Content-Length: 0");
    }

    private static byte[] head(String what, String... headers) {
        var lines = what + " HTTP/1.1\r\n" + String.join("\r\n", headers) + END;
        return lines.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A kept connection that the server ended meanwhile is opened anew, as every browser does. */
    public HttpAnswer send(byte[] request) {
        try {
            return answer(begin(request));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Again and again, until the page is another than at first: what is found out meanwhile was found. */
    public void sendUntilOther(byte[] request) {
        var first = send(request).tag();
        var end = System.nanoTime() + OTHER_WITHIN.toNanos();
        while (send(request).tag().equals(first)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The page has stayed as it was for " + OTHER_WITHIN);
            }
        }
    }

    public void exchange(Exchanges exchanges, int number) {
        exchanges.answered(number, send(exchanges.request(number)));
    }

    private String begin(byte[] request) throws IOException {
        var isKept = socket.isConnected();
        if (!isKept) {
            connect();
        }
        try {
            socket.getOutputStream().write(request);
            return head();
        } catch (IOException ended) {
            if (!isKept) {
                throw ended;
            }
            close();
            return begin(request);
        }
    }

    private HttpAnswer answer(String head) throws IOException {
        var answer = HttpAnswer.of(head);
        in.skipNBytes(answer.length());
        if (answer.isLast()) {
            close();
        }
        return answer;
    }

    private void connect() throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    private String head() throws IOException {
        var head = new StringBuilder(1024);
        for (int end = 0; end < END.length(); ) {
            var next = in.read();
            if (next < 0) {
                throw new EOFException("The connection ended");
            }
            head.append((char) next);
            end = next == END.charAt(end) ? end + 1 : next == END.charAt(0) ? 1 : 0;
        }
        return head.toString();
    }

    @Override
    public void close() {
        try {
            socket.close();
            socket = new Socket();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
