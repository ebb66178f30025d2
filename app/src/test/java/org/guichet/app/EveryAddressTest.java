package org.guichet.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every address answers, whatever is sent to it. */
final class EveryAddressTest {
    private Visitor visitor;

    @BeforeEach
    void begin() {
        visitor = World.fresh().visitor();
    }

    @ParameterizedTest
    @CsvSource({
        "/fr/nulle-part, fr, Cette page n’existe pas",
        "/ar/demarches/rien, ar, dir=\"rtl\"",
        "/en/tirages/famille/7, en, lang=\"en\"",
        "/wp-admin.php, fr, Cette page n’existe pas",
        "/fr/demande/famille/rien, fr, Cette page n’existe pas",
        "/fr/demande/rien/qui, fr, Cette page n’existe pas",
        "/journal/1/tile/0/x9, fr, Cette page n’existe pas",
        "/journal/99/checkpoint, fr, Cette page n’existe pas"
    })
    void an_unknown_address_is_a_page_in_the_persons_language(String address, String language, String said) {
        var page = visitor.get(address);
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("<html lang=\"" + language + "\"").contains(said);
    }

    @Test
    void a_wrong_method_is_told() {
        var page = visitor.post("/fr", Map.of());
        assertThat(page.status()).isEqualTo(405);
        assertThat(page.body()).contains("Cette adresse ne reçoit rien");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none"})
    void a_form_from_another_site_is_refused(String site) {
        assertThat(visitor.post("/fr/suivi", Map.of("numero", "1"), site).status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "Origin,  OWN,                     303",
        "Origin,  https://example.org,     403",
        "Origin,  null,                    403",
        "Referer, OWN/fr/suivi,            303",
        "Referer, https://example.org/OWN, 403",
        "Referer, not an address,          403",
        "Accept,  text/html,               403"
    })
    void an_old_browser_is_known_by_the_page_before(String header, String value, int status) {
        var own = visitor.address("").toString();
        var form = HttpRequest.newBuilder(visitor.address("/fr/suivi"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(header, value.replace("OWN", own))
                .POST(HttpRequest.BodyPublishers.ofString("numero=1"));
        assertThat(visitor.send(form).status()).isEqualTo(status);
    }

    /** By a policy that is stricter a browser says of our own forms that their origin is "null". */
    @Test
    void an_old_browser_may_say_which_page_was_before_and_to_nobody_else() {
        assertThat(visitor.get("/fr").response().headers().firstValue("Referrer-Policy"))
                .contains("same-origin");
    }

    @Test
    void a_body_of_any_size_is_refused_early() {
        var page = visitor.post("/fr/suivi", Map.of("numero", "1".repeat(200_000)));
        assertThat(page.status()).isIn(400, 413);
    }

    @Test
    void no_page_of_the_public_sets_a_cookie_or_may_be_framed() {
        var headers = visitor.get("/fr").response().headers();
        assertThat(headers.firstValue("Set-Cookie")).isEmpty();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "frame-ancestors 'none'");
        assertThat(headers.firstValue("Cache-Control").orElse("")).contains("private");
    }
}
