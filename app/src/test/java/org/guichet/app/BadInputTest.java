package org.guichet.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.guichet.app.appointment.Offers;
import org.guichet.app.registration.Passes;
import org.guichet.app.registration.Request;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people, robots and accidents send: a clear page, the right status, nothing half-written, nobody betrayed. */
final class BadInputTest {
    private World world;
    private Visitor visitor;

    @BeforeEach
    void begin() {
        world = World.fresh();
        visitor = world.visitor();
    }

    @Test
    void a_number_that_exists_and_one_that_does_not_are_answered_alike() {
        var request = world.register(World.AMINATA);
        var wrongYear = lookFor(request.number().digits(), "1971");
        var nobody = lookFor("482901736547", "1971");
        assertThat(wrongYear).isEqualTo(nobody).contains("Nous ne trouvons rien avec ce numéro");
    }

    @Test
    void what_was_typed_into_a_form_with_problems_is_kept() {
        var again = visitor.post("/fr/suivi", Map.of("numero", "4829 0173 654", "annee", "85"));
        assertThat(again.status()).isEqualTo(303);
        assertThat(again.location()).endsWith("#erreurs");
        assertThat(visitor.get(path(again)).body())
                .contains("value=\"4829 0173 654\"", "value=\"85\"", "vous en avez écrit 11", "À corriger");
    }

    @Test
    void the_same_form_sent_twice_shows_the_same_number_and_says_so() {
        var check = visitor.askAlone("TRAORÉ", "12AB34567");
        var send = check.after("<form method=\"post\" action=\"");
        var first = visitor.post(send, Map.of());
        var second = visitor.post(send, Map.of());
        assertThat(second.location()).contains("deja=1");
        assertThat(visitor.get(second.location()).body()).contains("Vous aviez déjà envoyé cette demande");
        assertThat(numberOn(visitor.get(first.location()))).isEqualTo(numberOn(visitor.get(second.location())));
        assertThat(world.count("request")).isEqualTo(1);
    }

    @Test
    void the_same_form_sent_again_with_other_answers_changes_nothing_and_says_so() {
        var send = visitor.askAlone("TRAORÉ", "12AB34567").after("<form method=\"post\" action=\"");
        // In another tab, before the first was sent: after that its pages show nothing.
        var back = send.replace("/envoi?", "/joindre?");
        var check = visitor.get(
                visitor.post(back, Map.of("courriel", "b@example.org")).location());
        visitor.post(send, Map.of());
        var second = visitor.post(check.after("<form method=\"post\" action=\""), Map.of());
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body()).contains("Ce que vous venez d’envoyer n’est pas enregistré");
        assertThat(visitor.get(second.after("class=\"button\" href=\"")).status())
                .isEqualTo(200);
        assertThat(world.count("request")).isEqualTo(1);
    }

    @Test
    void a_second_request_of_the_same_person_gets_an_ordinary_receipt() {
        var first = visitor.post(
                visitor.askAlone("TRAORÉ", "12AB34567").after("<form method=\"post\" action=\""), Map.of());
        var second = visitor.post(
                visitor.askAlone("TRAORÉ", "12AB34567").after("<form method=\"post\" action=\""), Map.of());
        var one = visitor.get(first.location()).body();
        var other = visitor.get(second.location()).body();
        assertThat(withoutNumbers(other)).isEqualTo(withoutNumbers(one));
    }

    @Test
    void answers_that_are_damaged_lead_to_the_request_that_they_may_have_become() {
        var page = visitor.get("/fr/demande/famille/qui?s=bonjour");
        assertThat(page.status()).isEqualTo(410);
        assertThat(page.body())
                .contains("Si vous aviez envoyé votre demande, elle est enregistrée", "href=\"/fr/suivi\"");
    }

    @Test
    void answers_for_one_procedure_open_for_no_other() {
        var sealed = visitor.post("/fr/demande/famille/qui", Map.of("qui", "moi"))
                .location()
                .replaceAll(".*s=", "");
        assertThat(visitor.get("/fr/demande/remise/personne-1?s=" + sealed).status())
                .isEqualTo(410);
    }

    @Test
    void every_field_far_too_long_is_told_and_nothing_breaks() {
        var person = Map.of("p1-nom", "é".repeat(1200), "p1-prenoms", "é".repeat(1200), "p1-annee", "1".repeat(500));
        var again = visitor.post("/fr/demande/famille/personne-1", person);
        assertThat(again.status()).isEqualTo(303);
        assertThat(visitor.get(path(again)).body()).contains("100 caractères au plus");
    }

    @Test
    void what_is_kept_of_a_book_has_room_in_an_address() {
        var again = visitor.post("/fr/suivi", Map.of("numero", "1", "annee", "1".repeat(13_000)));
        assertThat(again.status()).isEqualTo(303);
        assertThat(visitor.get(path(again)).body()).contains("value=\"1\"", "vous en avez écrit 1");
    }

    @Test
    void what_is_kept_of_a_form_with_many_long_fields_of_no_page_has_room_in_an_address() {
        var books = new HashMap<>(Map.of("numero", "1", "annee", "1"));
        IntStream.range(0, 15).forEach(it -> books.put("livre-" + it, "a".repeat(900)));
        var again = visitor.post("/fr/suivi", books);
        assertThat(again.status()).isEqualTo(303);
        assertThat(visitor.get(path(again)).body()).contains("value=\"1\"", "vous en avez écrit 1");
    }

    @Test
    void an_address_one_letter_too_long_is_told_and_not_cut() {
        var street = "é".repeat(301);
        var again = visitor.post("/fr/demande/famille/joindre", Map.of("rue", street));
        assertThat(visitor.get(path(again)).body()).contains("300 caractères au plus", street);
    }

    @Test
    void where_one_comes_from_is_never_repeated_unless_it_is_ours() {
        var key = key(world.register(World.AMINATA), Passes.Level.LOOK);
        var again = visitor.post("/fr/suivi/preuve?k=" + key + "&vers=" + "a".repeat(5_000), Map.of("annee", "1"));
        assertThat(again.location()).contains("/suivi/preuve?vers=suivi&k=");
        var typed = visitor.post("/fr/suivi/preuve?k=" + key + "&saisie=a%26k%3Db%0D%0AX:%20y", Map.of("annee", "1"));
        assertThat(typed.location()).contains("&s=").doesNotContain("saisie", "k=b", "X:");
    }

    @Test
    void six_persons_with_every_field_at_its_limit_in_arabic_still_travel_in_the_address() {
        var address = "/fr/demande/famille/qui";
        var page = visitor.post(address, Map.of("qui", "groupe"));
        for (int i = 1; i <= 6; i++) {
            page = visitor.post(page.location(), person(i));
            page = visitor.post(
                    page.location(), Map.of("p" + i + "-document", "aucun", "p" + i + "-lieu", "م".repeat(100)));
            if (i > 1 && i < 6) {
                page = visitor.post(page.location(), Map.of("encore-" + i, "oui"));
            }
        }
        assertThat(page.location()).contains("/ensemble?s=").hasSizeLessThan(14_000);
        assertThat(visitor.get(page.location()).status()).isEqualTo(200);
    }

    @Test
    void a_link_that_was_changed_leads_to_the_number_and_loses_nothing() {
        var page = visitor.get("/fr/suivi?k=abc");
        assertThat(page.location()).isEqualTo("/fr/suivi?perdu=1");
        assertThat(visitor.get(page.location()).body()).contains("Votre demande n’est pas perdue");
    }

    @Test
    void looking_is_not_acting() {
        var request = world.register(World.AMINATA);
        var look = key(request, Passes.Level.LOOK);
        assertThat(visitor.post("/fr/suivi/retrait?k=" + look, Map.of()).location())
                .contains("/suivi/preuve?vers=");
        assertThat(world.reload(request).isLive()).isTrue();
    }

    @Test
    void an_offer_of_somebody_else_cannot_be_answered() {
        var aminata = world.register(World.AMINATA);
        var lan = world.register(World.LAN);
        world.drawAndRun();
        var offer = world.offer(aminata).orElseThrow();
        var page = visitor.post(
                "/fr/proposition/" + offer.id() + "/reponse?k=" + key(lan, Passes.Level.LINK),
                Map.of("reponse", "non"));
        assertThat(page.status()).isEqualTo(404);
        assertThat(world.get(Offers.class).live(World.AUTHORITY, aminata.id())).contains(offer);
    }

    @Test
    void a_link_used_twice_shows_what_was_answered() {
        var request = world.register(World.AMINATA);
        world.drawAndRun();
        var offer = world.offer(request).orElseThrow();
        var answer = "/fr/proposition/" + offer.id() + "/reponse?k=" + key(request, Passes.Level.LINK);
        assertThat(visitor.post(answer, Map.of("reponse", "oui")).location()).startsWith("/fr/rendez-vous?k=");
        assertThat(visitor.post(answer, Map.of("reponse", "non")).location()).startsWith("/fr/rendez-vous?k=");
        assertThat(visitor.post(answer, Map.of("reponse", "peut-être")).status())
                .isEqualTo(303);
    }

    @Test
    void an_offer_whose_time_is_over_says_so_and_the_rank_is_kept() {
        var request = world.register(World.AMINATA);
        world.drawAndRun();
        var offer = world.offer(request).orElseThrow();
        var key = key(request, Passes.Level.LINK);
        world.goTo("2021-04-14T18:02:01");
        var late = visitor.post("/fr/proposition/" + offer.id() + "/reponse?k=" + key, Map.of("reponse", "oui"));
        assertThat(visitor.get(late.location()).body())
                .contains("Vous n’avez pas répondu à temps", "Vous gardez votre rang");
    }

    private String lookFor(String number, String year) {
        var again = visitor.post("/fr/suivi", Map.of("numero", number, "annee", year));
        var page = visitor.get(path(again));
        return page.status() + page.body().replace(number, "…").replaceAll("s=[\\w-]+", "s=…");
    }

    private static Map<String, String> person(int i) {
        return Map.of(
                "p" + i + "-nom",
                "é".repeat(99) + (char) ('a' + i),
                "p" + i + "-prenoms",
                "é".repeat(100),
                "p" + i + "-ecriture",
                "م".repeat(100),
                "p" + i + "-annee",
                "1985");
    }

    private static String numberOn(Visitor.Page page) {
        return page.after("<span class=\"code number\" translate=\"no\" aria-hidden=\"")
                        .substring(0, 4)
                + page.body().replaceAll("(?s).*aria-hidden=\"true\">([^<]*<wbr>[^<]*<wbr>\\d{4}).*", "$1");
    }

    private static String withoutNumbers(String body) {
        return body.replaceAll("\\bk=[\\w-]+", "…")
                .replaceAll("[0-9a-f]{64}", "…")
                .replaceAll("(?s)<span class=\"hidden\">[^<]*</span>", "")
                .replaceAll("(?s)<p lang=\"fr\" dir=\"ltr\">[^<]*</p>", "")
                .replaceAll("(?s)<svg.*?</svg>", "")
                .replaceAll("[\\d]", "");
    }

    private static String path(Visitor.Page page) {
        return page.location().replaceAll("#.*", "");
    }

    private String key(Request request, Passes.Level level) {
        return world.get(Passes.class).key(World.AUTHORITY, request.id(), level);
    }
}
