package org.guichet.app.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.guichet.app.World;
import org.springframework.core.env.Environment;

/** A browser without scripts: keeps cookies, follows nothing by itself, and sends the token of the page it saw last. */
public final class StaffBrowser {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;
    private String token = "";
    private String network = "127.0.0.1";

    /** What came back. */
    public record Answer(int status, String location, String body, HttpResponse<String> whole) {
        public String header(String name) {
            return whole.headers().firstValue(name).orElse("");
        }
    }

    public StaffBrowser(World world) {
        this.base = "http://localhost:" + world.get(Environment.class).getRequiredProperty("local.server.port");
    }

    /** Signed in at Charcot, at this counter. */
    public static StaffBrowser at(World world, int counter) {
        var browser = new StaffBrowser(world);
        browser.signIn("charcot-5", "bienvenue");
        browser.get("/agent/guichet");
        browser.post("/agent/guichet", "guichet", String.valueOf(counter));
        return browser;
    }

    /** Comes from this address from now on. */
    public StaffBrowser from(String address) {
        network = address;
        return this;
    }

    public Answer signIn(String name, String password) {
        get("/agent/connexion");
        return post("/agent/connexion", "nom", name, "mot-de-passe", password);
    }

    public Answer get(String path) {
        var answer = send(HttpRequest.newBuilder(URI.create(base + path)).GET());
        var found = TOKEN.matcher(answer.body());
        token = found.find() ? found.group(1) : token;
        return answer;
    }

    /** Fields are name, value, name, value. */
    public Answer post(String path, String... fields) {
        var all = new ArrayList<>(List.of(fields));
        all.addAll(List.of("_csrf", token));
        return postWithoutToken(path, all.toArray(String[]::new));
    }

    public Answer postWithoutToken(String path, String... fields) {
        var body = new StringBuilder();
        for (int i = 0; i + 1 < fields.length; i += 2) {
            body.append(i == 0 ? "" : "&").append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            var answer = client.send(
                    request.header("X-Forwarded-For", network).build(),
                    HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(
                    answer.statusCode(), answer.headers().firstValue("Location").orElse(""), answer.body(), answer);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
