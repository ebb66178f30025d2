package org.guichet.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What the service is for, from the first page to the receipts, in a browser with scripts off: a couple, four places,
 * many who ask, and a robot that asks a thousand times.
 */
@Timeout(900)
class StoryTest {
    private static final int OTHERS = 7;
    private static final int TIMES = 1_000;
    private static final Pattern SHEET = Pattern.compile("/Type\\s*/Page\\b(?!s)");

    private static Site site;
    private static Walker walker;

    @BeforeAll
    static void open() {
        site = Site.withCatalogue("story", Path.of("src/test/resources/four-places.yaml"));
        walker = new Walker(site);
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void a_couple_comes_together_and_a_robot_gains_nothing() throws IOException, InterruptedException {
        var robot = asksForTuesday("Robot", 0);
        IntStream.rangeClosed(1, OTHERS).forEach(it -> asksForTuesday("Autre", it));
        try (var phone = Chromium.phone();
                var counter = Chromium.desk()) {
            var couple = new Asker(phone.newPage());
            ask(couple);
            asksForItsStatusAgainAndAgain(robot);
            goOn(couple, "La période se ferme", "Le tirage", "Les places sont proposées");
            Verifier.assertSound(site);
            accept(couple);
            var number = numberOf(couple);
            goOn(couple, "Les réponses", "La visite du jeudi 22 avril");
            receive(new Asker(counter.newPage()), number);
            keepTheReceipts(couple);
        }
        Verifier.assertSound(site);
    }

    private static void ask(Asker couple) {
        var page = couple.page();
        page.navigate(site.address() + "/fr");
        couple.follow("vie privée et familiale");
        assertThat(page.locator("main")).containsText("Il n’y a pas assez de places pour tout le monde");
        couple.follow("Faire ma demande");
        couple.couple("Où et quand pouvez-vous venir ?");
        couple.choose("Tous les centres, tous les jours, toute heure");
        couple.goOnTo("Y a-t-il des jours impossibles ?");
        couple.goOnTo("Comment vous joindre ?");
        page.getByLabel("Courrier électronique").fill("amina@example.org");
        couple.goOnTo("Vérifiez, puis envoyez");
        couple.press("Envoyer ma demande");
        couple.heading("Votre demande est enregistrée");
    }

    /** The path of the receipt. */
    private static String asksForTuesday(String name, int number) {
        var at = "/fr/demande/aes-famille/qui";
        for (var question : Question.ofOne(name, "33EF3456" + number, "loire", "2m")) {
            at = walker.post(at, question.right());
        }
        return walker.post(at.replace("/verification?", "/envoi?"));
    }

    private static void asksForItsStatusAgainAndAgain(String receipt) {
        var status = receipt.replace("/recu?", "/suivi?");
        var first = walker.get(status);
        assertThat(first.text()).contains("Votre demande attend le tirage");
        for (int i = 1; i < TIMES; i++) {
            assertThat(walker.get(status).text()).isEqualTo(first.text());
        }
    }

    private static void goOn(Asker couple, String... events) {
        var page = couple.page();
        page.navigate(site.address() + "/fr/demo");
        for (var event : events) {
            couple.press("Continuer : " + event);
            assertThat(page.locator(".now h2")).containsText(event);
        }
    }

    private static void accept(Asker couple) {
        var page = couple.page();
        openTheNewestMessage(page);
        couple.follow("Voir le rendez-vous proposé");
        var offer = page.locator(".yours");
        assertThat(offer).containsText("Jeudi 22 avril 2021 à 14:00");
        assertThat(offer).containsText("42 rue Charcot");
        assertThat(offer).containsText("Pour 2 personnes : à la même heure, guichets 5 et 6");
        couple.press("Oui, j’accepte ce rendez-vous");
        couple.heading("Rendez-vous confirmé");
    }

    private static String numberOf(Asker couple) {
        return couple.page().locator(".number").first().textContent().replaceAll("\\D", "");
    }

    private static void receive(Asker agent, String number) {
        var page = agent.page();
        page.navigate(site.address() + "/agent");
        page.getByLabel("Nom de connexion").fill("charcot-5");
        page.getByLabel("Mot de passe").fill("bienvenue");
        agent.press("Ouvrir");
        agent.press("Guichet 5");
        page.getByLabel("Numéro, ticket, code QR ou nom").fill(number);
        agent.press("Trouver");
        var dossier = page.getByRole(AriaRole.REGION, Asker.named("Dossier"));
        assertThat(dossier).containsText("Benali Amina, Benali Karim");
        agent.press("Arrivés");
        assertThat(dossier).containsText("Attend");
        dossier.getByRole(AriaRole.BUTTON).getByText("Appeler").click();
        assertThat(dossier).containsText("Au guichet 5");
        agent.press("Dossier reçu");
        agent.follow("Récépissé à imprimer");
        assertThat(page.locator(".paper")).hasCount(2);
        assertThat(sheets(page)).isEqualTo(2);
    }

    private static void keepTheReceipts(Asker couple) {
        var page = couple.page();
        openTheNewestMessage(page);
        couple.heading("Votre dossier est reçu");
        couple.follow("Voir mon récépissé de dépôt");
        assertThat(page.locator(".paper").first()).containsText("Benali Amina");
        assertThat(page.locator(".paper").last()).containsText("Benali Karim");
        assertThat(sheets(page)).isEqualTo(2);
    }

    /** The mail to the couple, and the link in it. */
    private static void openTheNewestMessage(Page page) {
        page.navigate(site.address() + "/fr/demo/messages");
        page.locator("details", new Page.LocatorOptions().setHasText("amina@example.org"))
                .first()
                .locator("a")
                .first()
                .click();
    }

    private static long sheets(Page page) {
        return SHEET.matcher(new String(page.pdf(), StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }
}
