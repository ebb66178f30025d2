package org.guichet.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A couple asks from a phone, with scripts off, and does what people do: goes back, reloads, forgets a field. */
@Timeout(900)
class AskingJourneyTest {
    private static final String FIRST_QUESTION = "/fr/demande/aes-famille/qui";

    private static Site site;

    private BrowserContext phone;
    private Page page;
    private Asker asker;

    // Nobody has asked here, and nothing was drawn: where and when is asked of everybody.
    @BeforeAll
    static void open() {
        site = Site.withCatalogue("asking", Path.of("src/test/resources/four-places.yaml"));
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @BeforeEach
    void take_the_phone() {
        phone = Chromium.phone();
        page = phone.newPage();
        asker = new Asker(page);
    }

    @AfterEach
    void put_it_down() {
        phone.close();
    }

    @Test
    void a_couple_asks_from_the_first_page_to_the_check_page() {
        page.navigate(site.address() + "/fr");
        asker.follow("vie privée et familiale");
        asker.follow("Faire ma demande");

        asker.couple("Où et quand pouvez-vous venir ?");
        asker.choose("Je choisis");
        asker.goOnTo("Quels centres sont possibles ?");
        asker.choose("42 rue Charcot");
        asker.goOnTo("Quels moments sont possibles ?");
        page.getByRole(AriaRole.CHECKBOX, Asker.named("Jeudi Après-midi")).check();
        asker.goOnTo("Qu’est-ce que vous préférez ?");
        asker.goOnTo("Y a-t-il des jours impossibles ?");
        page.getByLabel("Le, ou du").first().fill("3 mai");
        asker.goOnTo("Comment vous joindre ?");
        page.getByLabel("Téléphone mobile").fill("06 12 34 56 78");
        asker.goOnTo("Vérifiez, puis envoyez");

        assertThat(page.locator("main")).containsText(new String[] {"Votre demande n’est pas encore envoyée."});
        assertThat(page.locator("dl").first()).containsText("Naissance : 1983");
        assertThat(page.locator("main")).containsText("lundi 3 mai 2021");
        assertThat(page.locator("main")).containsText("06 12 34 56 78");
        assertThat(phone.cookies()).isEmpty();
    }

    @Test
    void going_back_and_reloading_lose_nothing() {
        page.navigate(site.address() + FIRST_QUESTION);
        asker.choose("Moi et d’autres personnes");
        asker.goOnTo("Quel est le nom de la personne ?");
        asker.name("Benali", "Amina", "22", "4", "1985");
        asker.goOnTo("Quel document avez-vous ?");

        page.reload();
        asker.heading("Quel document avez-vous ?");
        assertThat(page.locator("main")).containsText("Amina Benali");

        page.goBack();
        asker.heading("Quel est le nom de la personne ?");
        assertThat(page.getByLabel("Nom de famille")).hasValue("Benali");

        page.goForward();
        asker.follow("Retour");
        assertThat(page.getByLabel("Année")).hasValue("1985");
    }

    /** No browser says it where the address is not encrypted, and an old one never does. */
    @Test
    void a_browser_that_does_not_say_from_which_site_a_form_comes_is_served() {
        page.navigate(site.address().replace("localhost", Chromium.ELSEWHERE) + FIRST_QUESTION);
        asker.choose("Moi");
        var form = page.waitForRequest(
                it -> it.method().equals("POST"), () -> asker.goOnTo("Quel est le nom de la personne ?"));
        Assertions.assertThat(form.allHeaders()).containsKey("origin").doesNotContainKey("sec-fetch-site");
    }

    @Test
    void what_is_to_be_corrected_receives_the_focus() {
        page.navigate(site.address() + FIRST_QUESTION);
        asker.choose("Moi");
        asker.goOnTo("Quel est le nom de la personne ?");
        asker.name("Benali", "Amina", "30", "février", "1985");
        asker.send();

        assertThat(page).hasTitle(Pattern.compile("^À corriger\\s: .*"));
        assertThat(page.locator("#erreurs:focus")).containsText("Il y a 1 chose à corriger");
        assertThat(page.getByLabel("Nom de famille")).hasValue("Benali");
        page.reload();
        assertThat(page.getByLabel("Mois")).hasValue("février");

        page.locator("#erreurs").getByRole(AriaRole.LINK).click();
        assertThat(page.getByLabel("Jour")).isFocused();
        page.getByLabel("Jour").fill("28");
        asker.goOnTo("Quel document avez-vous ?");
    }

    @Test
    void an_answer_changed_on_the_check_page_leads_back_to_it() {
        page.navigate(site.address() + checkPage());
        asker.follow("Changer : Venir ensemble");
        asker.choose("L’un après l’autre");
        asker.goOnTo("Vérifiez, puis envoyez");
        assertThat(page.locator("main")).containsText("L’un après l’autre");

        asker.follow("Changer : Personnes");
        asker.choose("Moi");
        asker.goOnTo("Vérifiez, puis envoyez");
        assertThat(page.locator("main")).not().containsText("Karim");
    }

    @Test
    void what_meets_an_outage_is_sent_again_from_the_page_that_says_so() {
        var written = checkPage();
        page.navigate(site.address() + written);
        site.withoutDatabase(() -> {
            asker.press("Envoyer ma demande");
            asker.heading("Le service est arrêté pour le moment");
            assertThat(page.locator("main")).containsText("il ne compte qu’une fois");
            Assertions.assertThat(page.evaluate(Laboratory.SIDEWAYS)).isEqualTo(false);
            var again = page.waitForResponse(
                    it -> it.request().method().equals("POST"), () -> asker.press("Envoyer encore"));
            Assertions.assertThat(again.status()).isEqualTo(503);
            asker.heading("Le service est arrêté pour le moment");
        });
        awaitDatabase();
        asker.press("Envoyer encore");
        asker.heading("Votre demande est enregistrée");
        var number = page.locator(".number").first().textContent();

        page.navigate(site.address() + written);
        asker.heading("Votre demande est enregistrée");
        assertThat(page.locator(".number").first()).hasText(number);
    }

    private static void awaitDatabase() {
        var walker = new Walker(site);
        while (walker.get("/fr/tirages").status() != 200) {
            Thread.onSpinWait();
        }
    }

    private static String checkPage() {
        var walker = new Walker(site);
        var at = FIRST_QUESTION;
        for (var question : Question.ofACouple("fr", "1991")) {
            at = walker.post(at, question.right());
        }
        return at;
    }
}
