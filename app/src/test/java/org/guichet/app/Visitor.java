package org.guichet.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Somebody at a browser without scripts: follows nothing by itself, says where its forms come from. */
public final class Visitor {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private final String base;

    Visitor(int port) {
        this.base = "http://localhost:" + port;
    }

    /** What came back. */
    public record Page(int status, String body, String location, HttpResponse<String> response) {
        /** The address of the first form, or where the page leads. */
        public String after(String text) {
            var start = body.indexOf(text) + text.length();
            return body.substring(start, body.indexOf('"', start)).replace("&amp;", "&");
        }
    }

    public Page get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).header("Accept-Language", "fr"));
    }

    public Page post(String path, Map<String, String> fields) {
        return post(path, fields, "same-origin");
    }

    public Page post(String path, Map<String, String> fields, String site) {
        var body = fields.entrySet().stream()
                .map(it -> encode(it.getKey()) + "=" + encode(it.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", site)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Answers every question for one person, up to the page where all is checked and sent. */
    public Page askAlone(String name, String document) {
        var page = post("/fr/demande/famille/qui", Map.of("qui", "moi"));
        page = post(page.location(), Map.of("p1-nom", name, "p1-annee", "1985"));
        page = post(page.location(), Map.of("p1-document", "passeport", "p1-numero", document, "p1-pays", "ML"));
        page = post(page.location(), Map.of("ou", "tout"));
        page = post(page.location(), Map.of());
        page = post(page.location(), Map.of("courriel", "a@example.org"));
        return get(page.location());
    }

    public Page send(HttpRequest.Builder request) {
        try {
            var response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            var location = response.headers().firstValue("Location").orElse("").replace(base, "");
            return new Page(response.statusCode(), response.body(), location, response);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    public URI address(String path) {
        return URI.create(base + path);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
