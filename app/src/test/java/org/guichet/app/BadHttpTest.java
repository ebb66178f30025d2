package org.guichet.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What no browser sends: refused at once, with the right status, in our words, and no word about it in the log. */
@ExtendWith(OutputCaptureExtension.class)
final class BadHttpTest {
    private static final String NAME = "Aminata";
    private static final String HOST = "Host: localhost\r\nConnection: close\r\n";
    private static final String FORM = "POST /fr/suivi HTTP/1.1\r\n" + HOST + "Sec-Fetch-Site: same-origin\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\n";
    // Whoever waited for more of it would wait for ten seconds.
    private static final Duration AT_ONCE = Duration.ofSeconds(8);
    private static final int MEGABYTE = 1024 * 1024;

    private int port;

    @BeforeEach
    void begin() {
        port = World.fresh().visitor().address("/").getPort();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("a header of 1 MB", 431, get("/fr", "X-Name: " + much(MEGABYTE) + "\r\n")),
                Arguments.of("an address of 1 MB", 414, get("/fr?" + much(MEGABYTE), "")),
                Arguments.of("a thousand headers", 400, get("/fr", "X: a\r\n".repeat(1000))),
                Arguments.of("a method that is none", 400, get("/fr", "").replace("GET", NAME + "(")),
                Arguments.of("a version that is none", 505, get("/fr", "").replace("1.1", "3.7")),
                Arguments.of("another protocol", 400, "\u0016\u0003\u0001" + NAME + "\r\n\r\n"),
                Arguments.of("no host", 400, "GET /fr?" + NAME + " HTTP/1.1\r\nConnection: close\r\n\r\n"),
                Arguments.of("two hosts", 400, get("/fr", "Host: " + NAME + "\r\n")),
                Arguments.of("a NUL byte in the address", 400, get("/fr/" + NAME + "\0", "")),
                Arguments.of("a NUL byte in the address, encoded", 400, get("/fr/" + NAME + "%00", "")),
                Arguments.of("an address that is no UTF-8", 400, get("/fr/" + NAME + "%ff", "")),
                Arguments.of("a parameter that is no UTF-8", 400, get("/fr/suivi?k=" + NAME + "%ff", "")),
                Arguments.of("a way out of the folder", 400, get("/fr/..%2f..%2f" + NAME, "")),
                Arguments.of("a form of 1 GB", 413, form("Content-Length: 1000000000", much(2 * MEGABYTE))),
                Arguments.of("a form of 1 GB in chunks", 413, form("Transfer-Encoding: chunked", chunks())),
                Arguments.of("a million parameters", 413, form("Content-Length: 4000000", "a=1&".repeat(1000000))),
                Arguments.of("300 parameters", 400, form("Content-Length: 1200", "a=1&".repeat(300))),
                Arguments.of("files", 415, files("; boundary=x", "--x\r\n" + much(2 * MEGABYTE))),
                Arguments.of("files with nothing between them", 415, files("", NAME)),
                Arguments.of("something that is no form", 415, post("application/json", "{\"nom\":\"" + NAME + "\"}")),
                Arguments.of("a field whose name is none", 400, form("Content-Length: 12", NAME + "%01=x")),
                Arguments.of("a length below nothing", 400, form("Content-Length: -5", "nom=" + NAME)),
                Arguments.of("a length that is no number", 400, form("Content-Length: dix", "nom=" + NAME)),
                Arguments.of("a length that no number holds", 400, form("Content-Length: " + "9".repeat(30), NAME)),
                Arguments.of("two lengths", 400, form("Content-Length: 8\r\nContent-Length: 9", "nom=" + NAME)),
                Arguments.of("chunks of no size", 400, form("Transfer-Encoding: chunked", "zz\r\n" + NAME)),
                Arguments.of("a coding that is none", 501, form("Transfer-Encoding: " + NAME, "nom=a")),
                Arguments.of("a form that is no UTF-8", 400, form("Content-Length: 15", "nom=%ff" + NAME + "%")),
                Arguments.of(
                        "a form of bytes that are no UTF-8", 400, form("Content-Length: 12", "nom=\u00ff" + NAME)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void is_refused(String what, int status, String request, CapturedOutput output) {
        var said = output.getAll().length();
        var start = Instant.now();
        var answer = Wire.ask(port, request);
        assertThat(answer.status()).as(what).isEqualTo(status);
        assertThat(Duration.between(start, Instant.now())).isLessThan(AT_ONCE);
        assertThat(answer.whole())
                .contains(
                        "<html lang=\"fr\"",
                        request.startsWith("POST") ? "cet envoi" : "Nous n’avons pas pu lire cette adresse")
                .doesNotContain("Tomcat", "Apache", "Exception", "Server:");
        assertThat(output.getAll().substring(said)).doesNotContain(NAME, "ERROR", "WARN");
    }

    @Test
    void what_comes_after_a_form_that_says_it_is_shorter_is_not_taken_for_a_part_of_it(CapturedOutput output) {
        var answer = Wire.ask(port, form("Content-Length: 8", "numero=1" + NAME));
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.whole()).doesNotContain(NAME);
        assertThat(output.getAll()).doesNotContain(NAME);
    }

    @Test
    void a_nul_byte_that_was_typed_is_nothing() {
        assertThat(Wire.ask(port, form("Content-Length: 13", "numero=%00%00")).status())
                .isEqualTo(303);
    }

    @Test
    void a_refusal_is_in_the_language_of_the_address_as_far_as_it_was_understood() {
        assertThat(Wire.ask(port, get("/ar/%ff", "")).whole()).contains("<html lang=\"ar\" dir=\"rtl\"");
        assertThat(Wire.ask(port, get("/%ff", "Accept-Language: en\r\n")).whole())
                .contains("<html lang=\"en\"");
    }

    @Test
    void what_the_firewall_refuses_is_told_in_the_language_of_the_address_too() {
        var answer = Wire.ask(port, get("/ar/suivi;x=1?k=1", "Accept-Language: en\r\n"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.whole()).contains("<html lang=\"ar\" dir=\"rtl\"", "لم نستطع قراءة هذا العنوان");
        assertThat(Wire.ask(port, form("Content-Length: 1", "a").replace("/fr/suivi", "/en/suivi;x=1"))
                        .whole())
                .contains("<html lang=\"en\"", "We could not read what you sent", "Nothing is recorded.");
    }

    private static String get(String address, String headers) {
        return "GET %s HTTP/1.1\r\n".formatted(address) + HOST + headers + "\r\n";
    }

    private static String form(String length, String body) {
        return FORM + length + "\r\n\r\n" + body;
    }

    private static String files(String boundary, String body) {
        return post("multipart/form-data" + boundary, body);
    }

    private static String post(String type, String body) {
        return FORM.replace("application/x-www-form-urlencoded", type) + "Content-Length: " + body.length() + "\r\n\r\n"
                + body;
    }

    private static String much(int bytes) {
        return NAME + "a".repeat(bytes - NAME.length());
    }

    private static String chunks() {
        return ("10000\r\n" + "a".repeat(0x10000) + "\r\n").repeat(40).toUpperCase(Locale.ROOT);
    }
}
