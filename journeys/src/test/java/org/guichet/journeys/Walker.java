package org.guichet.journeys;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Walks through pages without a browser, as fast as the service answers. */
final class Walker {
    private static final int SEE_OTHER = 303;

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();
    private final Site site;

    Walker(Site site) {
        this.site = site;
    }

    /** What came: its text, where it leads, and how many bytes it took on the wire. */
    record Reply(int status, String text, String location, int weight) {}

    Reply get(String path) {
        var reply = send(request(path).header("Accept-Encoding", "gzip").GET().build());
        var zipped = reply.headers().firstValue("Content-Encoding").orElse("").equals("gzip");
        var location = reply.headers().firstValue("Location").orElse("");
        return new Reply(reply.statusCode(), text(reply.body(), zipped), location, reply.body().length);
    }

    /** Sends a form; fields are name, value, name, value. The answer is the path that it leads to. */
    String post(String path, String... fields) {
        return post(path, List.of(fields));
    }

    String post(String path, List<String> fields) {
        var form = new StringJoiner("&");
        for (int i = 0; i < fields.size(); i += 2) {
            form.add(URLEncoder.encode(fields.get(i), StandardCharsets.UTF_8) + "="
                    + URLEncoder.encode(fields.get(i + 1), StandardCharsets.UTF_8));
        }
        var reply = send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", site.address())
                .POST(HttpRequest.BodyPublishers.ofString(form.toString()))
                .build());
        if (reply.statusCode() != SEE_OTHER) {
            throw new IllegalStateException("%s answered %d to %s".formatted(path, reply.statusCode(), form));
        }
        return reply.headers().firstValue("Location").orElseThrow().replaceAll("#.*$", "");
    }

    /** What the service has given us to keep, as name and value. */
    Map<String, String> cookies() {
        return cookies.getCookieStore().getCookies().stream()
                .collect(Collectors.toMap(HttpCookie::getName, HttpCookie::getValue));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(site.address() + path)).header("Accept-Language", "fr");
    }

    private HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static String text(byte[] body, boolean zipped) {
        try (var bytes =
                zipped ? new GZIPInputStream(new ByteArrayInputStream(body)) : new ByteArrayInputStream(body)) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
