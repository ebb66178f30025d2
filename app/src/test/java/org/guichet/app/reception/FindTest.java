package org.guichet.app.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.guichet.app.World;
import org.guichet.app.access.StaffBrowser;
import org.guichet.app.registration.Applicant;
import org.guichet.app.registration.Request;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One box for everything that an agent can type or scan. */
final class FindTest {
    private static final Applicant NADIA = new Applicant(
            "O’Connor-Łęcka",
            "Nadia Éloïse",
            "نادية",
            new Applicant.Birth(1985, Optional.empty(), Optional.empty()),
            Optional.empty(),
            "Cork");

    private static StaffBrowser browser;
    private Counters counters;

    @BeforeAll
    static void signIn() {
        browser = StaffBrowser.at(World.fresh(), 5);
    }

    @BeforeEach
    void begin() {
        counters = new Counters();
    }

    @Test
    void a_number_is_found_in_any_writing() {
        var request = counters.world().register(World.AMINATA);
        var offer = counters.appointment("2021-04-22T14:00", "charcot", request);
        var digits = request.number().digits();
        assertOpens(offer, digits);
        assertOpens(offer, request.number().grouped());
        assertOpens(offer, digits.replaceAll("(....)", "$1-"));
        assertOpens(offer, digits.replace('0', 'O').replace('1', 'l'));
        assertOpens(offer, arabic(digits));
    }

    @Test
    void the_text_of_a_qr_code_is_found() {
        var request = counters.world().register(World.AMINATA);
        var offer = counters.appointment("2021-04-22T14:00", "charcot", request);
        assertOpens(
                offer, "http://localhost:8080/fr/suivi?n=" + request.number().digits());
        assertOpens(
                offer, "httpM//localhostM8080/fr/suivi,n'" + request.number().digits());
    }

    @Test
    void the_last_four_digits_and_the_ticket_are_found() {
        var request = counters.world().register(World.AMINATA);
        var offer = counters.appointment("2021-04-22T14:00", "charcot", request);
        counters.get(CheckIn.class).checkIn(counters.desk(5), offer);
        assertOpens(offer, request.number().lastFour());
        assertOpens(offer, String.valueOf(counters.visit(offer).ticket().orElseThrow()));
    }

    @Test
    void a_name_is_found_without_accents_and_capitals_by_the_beginning_of_any_word() {
        var offer = counters.appointment(NADIA);
        counters.appointment(World.AMINATA);
        for (var typed : new String[] {
            "Łęcka", "lecka", "LECKA nadia", "nad", "eloise", "oconnor", "O’Connor", "connor elo", "نادية", "نادي"
        }) {
            assertOpens(offer, typed);
        }
        assertThat(found("onnor").body()).contains("value=\"onnor\"");
        assertOpens(counters.appointment(World.LAN), "nguyen lan");
        assertOpens(counters.appointment(World.AMINA), "Ben Ali");
    }

    @Test
    void several_are_listed() {
        counters.appointment(World.AMINA, World.KARIM);
        counters.appointment(World.person("BENALI", "Sofiane", "DZ", "99XX99999"));
        counters.appointment(World.LAN);
        var page = found("benali");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("2 dossiers correspondent.", "BENALI Amina + 1", "BENALI Sofiane", "value=\"benali\"")
                .doesNotContain("NGUYEN");
    }

    @Test
    void nothing_found_says_so_and_keeps_what_was_typed() {
        var request = counters.world().register(World.AMINATA);
        counters.appointment("2021-04-22T14:00", "charcot", request);
        var others = request.number().lastFour().equals("1234") ? "4321" : "1234";
        assertSays("Dupont", "Personne de ce nom n’a rendez-vous ici aujourd’hui");
        assertSays("123", "Le ticket 123 n’a pas été tiré ici aujourd’hui.");
        assertSays(others, "Aucun rendez-vous d’ici aujourd’hui ne finit par " + others + ".");
        assertSays("12345", "Il y en a 5.");
        assertSays("482901736548", "Un chiffre n’est pas bon.");
        assertSays("482901736547", "Aucune demande n’a ce numéro");
        assertSays("<b>x</b>", "&lt;b&gt;x&lt;/b&gt;");
        assertThat(find("  ").location()).isEqualTo("/agent");
    }

    @Test
    void a_request_that_is_not_for_today_is_told_in_one_line_without_names() {
        var none = counters.world().register(World.AMINATA);
        var tomorrow = counters.world().register(World.LAN);
        counters.appointment("2021-04-23T09:00", "loire", tomorrow);
        assertSays(number(none), "elle n’a pas de rendez-vous pour le moment.");
        assertSays(number(tomorrow), "rendez-vous le vendredi 23 avril 2021 à 9:00, Rue de la Loire, 75019 Paris.");
        assertThat(found(number(tomorrow)).body()).doesNotContain("NGUYEN");
    }

    @Test
    void a_very_long_text_is_no_trouble() {
        assertThat(found("9".repeat(7_000)).status()).isEqualTo(200);
        assertThat(found("é".repeat(1_000)).status()).isEqualTo(200);
    }

    @Test
    void no_address_holds_what_was_typed() {
        counters.appointment(World.AMINA, World.KARIM);
        counters.appointment(World.person("BENALI", "Sofiane", "DZ", "99XX99999"));
        assertThat(browser.get("/agent").body()).contains("method=\"post\" action=\"/agent/recherche\"");
        for (var typed : new String[] {"benali", "dupont"}) {
            assertThat(find(typed).location())
                    .matches("/agent/recherche\\?s=[A-Za-z0-9_-]+")
                    .doesNotContain(typed);
        }
        assertThat(browser.get("/agent/recherche?q=benali").location()).isEqualTo("/agent");
        assertThat(browser.postWithoutToken("/agent/recherche", "q", "benali").status())
                .isEqualTo(403);
    }

    @Test
    void what_was_found_by_then_alone_is_opened_when_the_page_is_asked_for_again() {
        var request = counters.world().register(World.AMINATA);
        var page = find(request.number().lastFour()).location();
        assertThat(browser.get(page).body()).contains("Aucun rendez-vous d’ici aujourd’hui ne finit par");
        var offer = counters.appointment("2021-04-22T14:00", "charcot", request);
        assertThat(browser.get(page).location()).isEqualTo("/agent/rendez-vous/" + offer);
    }

    private static String number(Request request) {
        return request.number().digits();
    }

    private static StaffBrowser.Answer find(String typed) {
        return browser.post("/agent/recherche", Find.BOX, typed);
    }

    /** The page that the answer leads to. */
    private static StaffBrowser.Answer found(String typed) {
        return browser.get(find(typed).location());
    }

    private static void assertOpens(UUID offer, String typed) {
        assertThat(find(typed).location()).as(typed).isEqualTo("/agent/rendez-vous/" + offer);
    }

    private static void assertSays(String typed, String sentence) {
        var page = found(typed);
        assertThat(page.status()).as(typed).isEqualTo(200);
        assertThat(page.body().replace('\u00a0', ' ')).as(typed).contains(sentence);
        assertThat(page.body()).contains("value=\"" + typed.replace("<", "&lt;"));
    }

    private static String arabic(String digits) {
        var text = new StringBuilder();
        digits.chars().forEach(it -> text.append((char) ('\u0660' + it - '0')));
        return text.toString();
    }
}
