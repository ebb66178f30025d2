package org.guichet.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A couple asks from a phone, with scripts off, and does what people do: goes back, reloads, forgets a field. */
@Timeout(60)
class AskingJourneyTest {
    private static final String FIRST_QUESTION = "/fr/demande/aes-famille/qui";

    private BrowserContext phone;
    private Page page;

    @BeforeEach
    void take_the_phone() {
        phone = Chromium.phone();
        page = phone.newPage();
    }

    @AfterEach
    void put_it_down() {
        phone.close();
    }

    @Test
    void a_couple_asks_from_the_first_page_to_the_check_page() {
        page.navigate(Site.address() + "/fr");
        page.getByRole(AriaRole.LINK, name("vie privée et familiale")).click();
        page.getByRole(AriaRole.LINK, name("Faire ma demande")).click();

        choose("Moi et d’autres personnes");
        goOnTo("Quel est le nom de la personne ?");
        name("Benali", "Amina", "22", "avril", "1985");
        goOnTo("Quel document avez-vous ?");
        passport("Algérie", "22 CD 34567");
        goOnTo("Quel est le nom de la 2e personne ?");
        name("Benali", "Karim", "", "", "1983");
        goOnTo("Quel document pour la 2e personne ?");
        passport("Algérie", "22CD34568");
        goOnTo("Y a-t-il une autre personne ?");
        choose("Non, c’est tout");
        goOnTo("Comment venez-vous ?");
        choose("À la même heure");
        goOnTo("Où et quand pouvez-vous venir ?");
        choose("Je choisis");
        goOnTo("Quels centres sont possibles ?");
        choose("42 rue Charcot");
        goOnTo("Quels moments sont possibles ?");
        page.getByRole(AriaRole.CHECKBOX, name("Jeudi Après-midi")).check();
        goOnTo("Qu’est-ce que vous préférez ?");
        goOnTo("Y a-t-il des jours impossibles ?");
        page.getByLabel("Le, ou du").first().fill("3 mai");
        goOnTo("Comment vous joindre ?");
        page.getByLabel("Téléphone mobile").fill("06 12 34 56 78");
        goOnTo("Vérifiez, puis envoyez");

        assertThat(page.locator("main")).containsText(new String[] {"Votre demande n’est pas encore envoyée."});
        assertThat(page.locator("dl").first()).containsText("Naissance : 1983");
        assertThat(page.locator("main")).containsText("lundi 3 mai 2021");
        assertThat(page.locator("main")).containsText("06 12 34 56 78");
        assertThat(phone.cookies()).isEmpty();
    }

    @Test
    void going_back_and_reloading_lose_nothing() {
        page.navigate(Site.address() + FIRST_QUESTION);
        choose("Moi et d’autres personnes");
        goOnTo("Quel est le nom de la personne ?");
        name("Benali", "Amina", "22", "4", "1985");
        goOnTo("Quel document avez-vous ?");

        page.reload();
        heading("Quel document avez-vous ?");
        assertThat(page.locator("main")).containsText("Amina Benali");

        page.goBack();
        heading("Quel est le nom de la personne ?");
        assertThat(page.getByLabel("Nom de famille")).hasValue("Benali");

        page.goForward();
        page.getByRole(AriaRole.LINK, name("Retour")).click();
        assertThat(page.getByLabel("Année")).hasValue("1985");
    }

    @Test
    void what_is_to_be_corrected_receives_the_focus() {
        page.navigate(Site.address() + FIRST_QUESTION);
        choose("Moi");
        goOnTo("Quel est le nom de la personne ?");
        name("Benali", "Amina", "30", "février", "1985");
        send();

        assertThat(page).hasTitle(Pattern.compile("^À corriger\\s: .*"));
        assertThat(page.locator("#erreurs:focus")).containsText("Il y a 1 chose à corriger");
        assertThat(page.getByLabel("Nom de famille")).hasValue("Benali");
        page.reload();
        assertThat(page.getByLabel("Mois")).hasValue("février");

        page.locator("#erreurs").getByRole(AriaRole.LINK).click();
        assertThat(page.getByLabel("Année")).isFocused();
        page.getByLabel("Jour").fill("28");
        goOnTo("Quel document avez-vous ?");
    }

    @Test
    void an_answer_changed_on_the_check_page_leads_back_to_it() {
        var walker = new Walker();
        var at = FIRST_QUESTION;
        for (var question : Question.ofACouple("fr", "1991")) {
            at = walker.post(at, question.right());
        }
        page.navigate(Site.address() + at);
        page.getByRole(AriaRole.LINK, name("Changer : Venir ensemble")).click();
        choose("L’un après l’autre");
        goOnTo("Vérifiez, puis envoyez");
        assertThat(page.locator("main")).containsText("L’un après l’autre");

        page.getByRole(AriaRole.LINK, name("Changer : Personnes")).click();
        choose("Moi");
        goOnTo("Vérifiez, puis envoyez");
        assertThat(page.locator("main")).not().containsText("Karim");
    }

    private void name(String family, String given, String day, String month, String year) {
        page.getByLabel("Nom de famille").fill(family);
        page.getByLabel("Prénoms").fill(given);
        page.getByLabel("Jour").fill(day);
        page.getByLabel("Mois").fill(month);
        page.getByLabel("Année").fill(year);
    }

    private void passport(String country, String number) {
        choose("Passeport");
        page.getByLabel("Numéro du document").fill(number);
        page.getByLabel("Pays qui a donné le document").selectOption(country);
    }

    private void choose(String answer) {
        page.getByLabel(answer).first().check();
    }

    private void goOnTo(String heading) {
        send();
        heading(heading);
    }

    private void send() {
        page.getByRole(AriaRole.BUTTON, name("Continuer")).click();
    }

    private void heading(String heading) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(heading);
    }

    private static Page.GetByRoleOptions name(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
