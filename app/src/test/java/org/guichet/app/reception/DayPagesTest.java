package org.guichet.app.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.regex.Pattern;
import org.guichet.app.World;
import org.guichet.app.access.StaffBrowser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The board, and a whole visit by its buttons. */
final class DayPagesTest {
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
    void the_board_shows_the_day_in_rows_and_in_one_sentence() {
        counters.called(counters.desk(6), World.AMINA, World.KARIM);
        var waiting = counters.appointment(World.AMINATA);
        counters.get(CheckIn.class).checkIn(counters.desk(5), waiting);
        counters.appointment("2021-04-22T14:30", World.LAN);
        counters.appointment("2021-04-23T09:00", World.person("AILLEURS", "Un", "FR", "12AB99999"));
        counters.world().clock().set(World.paris("2021-04-22T14:23"));
        var page = text(browser.get("/agent").body());
        assertThat(page)
                .contains("Aujourd’hui, 3 dossiers : 0 reçu, 0 absent, 1 présent qui attend")
                .contains("14:00 " + ticket(waiting) + " TRAORÉ Aminata Vie familiale ● Attend 8 min")
                .contains("BENALI Amina + 1 Vie familiale ■ Au guichet 6 8 min")
                .contains("14:30 – NGUYEN Thi Lan Vie familiale ○ Pas arrivé")
                .contains("1 présent attend.", "Appeler le suivant")
                .doesNotContain("AILLEURS");
    }

    @Test
    void another_day_is_shown_and_nothing_is_done_on_it() {
        var offer = counters.appointment("2021-04-23T14:00", World.AMINATA);
        assertThat(text(browser.get("/agent?jour=2021-04-23").body()))
                .contains("vendredi 23 avril 2021, 1 dossier", "TRAORÉ Aminata")
                .doesNotContain("Appeler le suivant");
        var panel = browser.get("/agent/rendez-vous/" + offer);
        assertThat(text(panel.body()))
                .contains("Rien ne peut y être changé aujourd’hui.")
                .doesNotContain("Arrivés");
        assertThat(browser.post("/agent/rendez-vous/" + offer + "/arrivee").status())
                .isEqualTo(404);
        assertThat(counters.world().count("visit")).isZero();
    }

    @Test
    void a_day_without_appointments_says_so() {
        assertThat(text(browser.get("/agent?jour=2021-05-01").body())).contains("Aucun rendez-vous ce jour-là.");
        assertThat(browser.get("/agent?jour=demain").status()).isEqualTo(200);
    }

    @Test
    void a_whole_visit_by_its_buttons() {
        var offer = counters.appointment(World.AMINATA);
        assertMain(offer, "Arrivés");
        press(offer, "arrivee");
        assertMain(offer, "Appeler");
        press(offer, "appel");
        assertMain(offer, "Dossier reçu");
        press(offer, "depot");
        var page = browser.get("/agent/rendez-vous/" + offer).body();
        assertThat(page).contains("/agent/recepisses/" + offer);
        assertThat(text(page)).contains("✓ Reçu", "Annuler", "1 reçu");
        assertThat(counters.visit(offer).call()).map(Visit.Call::counter).contains(5);
    }

    @Test
    void the_panel_shows_what_is_to_be_compared() {
        var offer = counters.appointment(World.AMINA, World.KARIM);
        assertThat(text(browser.get("/agent/rendez-vous/" + offer).body()))
                .contains("BENALI Amina", "BENALI Karim", "langue : français", "à la même heure")
                .contains("Passeport Algérie 22CD34567 Naissance : 22 avril 1985");
    }

    @Test
    void calling_the_next_opens_it_and_nobody_waiting_changes_nothing() {
        browser.get("/agent");
        assertThat(browser.post("/agent/appel").location()).isEqualTo("/agent");
        var offer = counters.appointment(World.AMINATA);
        counters.get(CheckIn.class).checkIn(counters.desk(5), offer);
        assertThat(browser.post("/agent/appel").location()).isEqualTo("/agent/rendez-vous/" + offer);
        assertThat(text(browser.get("/agent").body())).contains("■ Au guichet 5", "Dossier reçu");
    }

    @Test
    void what_is_missing_is_asked_and_an_empty_answer_is_a_problem_beside_the_field() {
        var offer = counters.called(counters.desk(5), World.AMINATA);
        var form = "/agent/rendez-vous/" + offer + "/incomplet";
        assertThat(text(browser.get(form).body())).contains("Passeport", "Acte de naissance");
        var wrong = browser.post(form);
        assertThat(wrong.location()).startsWith(form + "?s=").endsWith("#erreurs");
        assertThat(browser.get(wrong.location().split("#", 2)[0]).body())
                .contains("id=\"manque-erreur\"", "Cochez un document, ou écrivez ce qui manque");
        assertThat(counters.world().count("deposit")).isZero();

        var tooLong = browser.post(form, "manque", "1", "remarque", "x".repeat(501));
        assertThat(browser.get(tooLong.location().split("#", 2)[0]).body())
                .contains("500 caractères au plus", "id=\"remarque-erreur\"")
                .containsPattern("value=\"1\"[^>]* checked");

        assertThat(browser.post(form, "manque", "1", "remarque", "Photo").location())
                .isEqualTo("/agent/rendez-vous/" + offer + "#trouver");
        assertThat(counters.visit(offer).state()).isEqualTo(Visit.State.INCOMPLETE);
        assertThat(browser.get(form).location()).isEqualTo("/agent/rendez-vous/" + offer);
    }

    @Test
    void an_appointment_of_another_centre_does_not_exist_here() {
        var foreign = counters.appointment("2021-04-22T14:00", "loire", World.application(World.AMINATA));
        browser.get("/agent");
        assertThat(browser.get("/agent/rendez-vous/" + foreign).status()).isEqualTo(404);
        for (var step : new String[] {"arrivee", "appel", "depot", "absence", "incomplet"}) {
            assertThat(browser.post("/agent/rendez-vous/" + foreign + "/" + step)
                            .status())
                    .as(step)
                    .isEqualTo(404);
        }
        assertThat(browser.get("/agent/recepisses/" + foreign).status()).isEqualTo(404);
        assertThat(browser.get("/agent/rendez-vous/" + UUID.randomUUID()).status())
                .isEqualTo(404);
        assertThat(counters.world().count("visit")).isZero();
    }

    @Test
    void an_address_or_a_step_that_is_none_is_refused_politely() {
        var offer = counters.called(counters.desk(5), World.AMINATA);
        browser.get("/agent");
        assertThat(browser.get("/agent/rendez-vous/407").status()).isBetween(400, 404);
        assertThat(browser.post("/agent/rendez-vous/" + offer + "/annulation").status())
                .isEqualTo(400);
        assertThat(browser.post("/agent/rendez-vous/" + offer + "/annulation", "pas", "x")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void undoing_too_late_says_so() {
        var offer = counters.called(counters.desk(5), World.AMINATA);
        press(offer, "depot");
        counters.world().register(World.AMINATA);
        browser.get("/agent/rendez-vous/" + offer);
        var answer = browser.post(
                "/agent/rendez-vous/" + offer + "/annulation",
                "pas",
                counters.visit(offer).step().toString());
        assertThat(text(browser.get(answer.location()).body())).contains("Trop tard pour annuler");
    }

    private void press(UUID offer, String step) {
        browser.get("/agent/rendez-vous/" + offer);
        assertThat(browser.post("/agent/rendez-vous/" + offer + "/" + step).location())
                .isEqualTo("/agent/rendez-vous/" + offer + "#trouver");
    }

    /** The button that has the focus: Enter presses it. */
    private static void assertMain(UUID offer, String label) {
        assertThat(browser.get("/agent/rendez-vous/" + offer).body())
                .containsPattern("<button[^>]* autofocus[^>]*>" + label + "</button>");
    }

    private int ticket(UUID offer) {
        return counters.visit(offer).ticket().orElseThrow();
    }

    private static String text(String html) {
        return Pattern.compile("<[^>]+>|\\s|\u00a0")
                .matcher(html)
                .replaceAll(" ")
                .replaceAll(" +", " ");
    }
}
