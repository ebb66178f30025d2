package org.guichet.bench.service;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;

/**
 * One kept connection that speaks as much HTTP as a measurement needs, since a whole client would cost more than what
 * is measured.
 */
public final class HttpLine implements AutoCloseable {
    private static final String END = "\r\n\r\n";

    private final URI server;
    private Socket socket;
    private InputStream in;

    public HttpLine(URI server) {
        this.server = server;
        this.socket = new Socket();
        this.in = InputStream.nullInputStream();
    }

    /** What came back. */
    public record Answer(int status, String location, int length, String tag, String modified) {}

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
    public Answer send(byte[] request) {
        try {
            return answer(begin(request));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String begin(byte[] request) throws IOException {
        var isKept = socket.isConnected();
        if (!isKept) {
            connect();
        }
        try {
            socket.getOutputStream().write(request);
            return line();
        } catch (IOException ended) {
            if (!isKept) {
                throw ended;
            }
            close();
            return begin(request);
        }
    }

    private Answer answer(String first) throws IOException {
        var status = Integer.parseInt(first.split(" ", 3)[1]);
        var headers = new HashMap<String, String>();
        for (var header = line(); !header.isEmpty(); header = line()) {
            var colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        var length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        in.skipNBytes(length);
        // A server says so after some answers, so that clients spread over its nodes.
        if (headers.getOrDefault("connection", "").equals("close")) {
            close();
        }
        return new Answer(
                status,
                headers.getOrDefault("location", ""),
                length,
                headers.getOrDefault("etag", ""),
                headers.getOrDefault("last-modified", ""));
    }

    private void connect() throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    private String line() throws IOException {
        var line = new StringBuilder(128);
        for (var next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The connection ended");
            }
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
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
