package org.guichet.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Four places for which nobody waits: a couple and two others choose, from their phones, with scripts off. */
@Timeout(900)
class ChoosingJourneyTest {
    private static final String FIRST = "/fr/demande/aes-famille/qui";
    private static final int QUESTIONS_ABOUT_THE_PERSON = 3;

    private static Site site;
    private static Walker walker;
    private static Instant offered = Instant.EPOCH;

    @BeforeAll
    static void open() {
        site = Site.withCatalogue("choosing", Path.of("src/test/resources/four-places.yaml"));
        walker = new Walker(site);
        List.of("SEALED", "DRAWN").forEach(it -> walker.post("/fr/demo/suite", "vers", it));
        offered = Instant.now();
        walker.post("/fr/demo/suite", "vers", "OFFERED");
    }

    @AfterAll
    static void close() {
        site.close();
    }

    @Test
    void those_who_choose_have_their_places_and_the_next_is_asked_what_suits()
            throws IOException, InterruptedException {
        try (var first = Chromium.phone();
                var second = Chromium.phone()) {
            var couple = new Asker(first.newPage());
            beginToChoose(couple);
            var single = new Asker(second.newPage());
            single.page().navigate(site.address() + FIRST);
            single.alone("12AB34567", "Quel jour ?");
            loseAPlaceAndTakeAnother(single);
            finish(couple);
            confirmed(couple, "Jeudi 22 avril 2021 à 14:00");
            single.press("Envoyer ma demande");
            confirmed(single, "Mardi 20 avril 2021 à 9:30");
            nothingIsLeft(new Asker(second.newPage()));
        }
        Assertions.assertThat(Verifier.assertSound(site))
                .anySatisfy(it -> Assertions.assertThat(it).contains("Changes between choosing places and drawing"));
    }

    private static void beginToChoose(Asker couple) {
        var page = couple.page();
        page.navigate(site.address() + "/fr");
        couple.follow("vie privée et familiale");
        assertThat(page.locator("main")).containsText("Vous choisissez votre place.");
        couple.follow("Faire ma demande");
        couple.couple("Quel jour ?");
        assertThat(page.locator("main")).containsText("Pour 2 personnes");
        couple.follow("jeudi 22 avril 2021");
        couple.heading("À quelle heure ?");
        couple.press("14:00");
        couple.heading("Comment vous joindre ?");
        assertThat(page.locator(".note")).containsText("Nous la gardons pour vous jusqu’à");
        assertThat(page.locator(".note")).containsText(aQuarterOfAnHourLater());
    }

    /** The demo went on from 16:00:10, and this test takes its time too. */
    private static Pattern aQuarterOfAnHourLater() {
        var minutes = Duration.between(offered, Instant.now()).plusSeconds(10).toMinutes();
        return Pattern.compile(LongStream.rangeClosed(15, 15 + minutes)
                .mapToObj(it -> "16:" + it)
                .collect(Collectors.joining("|")));
    }

    /** Somebody else is faster; then what is left is had, though it is not kept: the couple keeps half of all. */
    private static void loseAPlaceAndTakeAnother(Asker single) {
        var page = single.page();
        single.follow("mardi 20 avril 2021");
        somebodyTakesNineOClock();
        single.press("9:00");
        assertThat(page.locator("#dit:focus")).containsText("vient d’être prise par une autre personne");
        single.heading("À quelle heure ?");
        page.reload();
        single.press("9:30");
        single.heading("Comment vous joindre ?");
        assertThat(page.locator(".note")).containsText("elle n’est pas gardée");
        page.getByLabel("Courrier électronique").fill("aminata@example.org");
        single.goOnTo("Vérifiez, puis envoyez");
        assertThat(page.locator("main")).containsText("Traoré Aminata");
    }

    private static void somebodyTakesNineOClock() {
        var at = FIRST;
        for (var question :
                Question.ofOne("Autre", "33EF34561", "loire", "2m").subList(0, QUESTIONS_ABOUT_THE_PERSON)) {
            at = walker.post(at, question.right());
        }
        var contact = walker.post(at, "place", "loire/2021-04-20T07:00:00Z");
        var check = walker.post(contact, "bureau", "1");
        Assertions.assertThat(walker.post(check.replace("/verification?", "/envoi?")))
                .contains("/recu?");
    }

    private static void finish(Asker couple) {
        var page = couple.page();
        page.getByLabel("Courrier électronique").fill("amina@example.org");
        couple.goOnTo("Vérifiez, puis envoyez");
        couple.follow("Changer : Votre place");
        couple.heading("Quel jour ?");
        page.goBack();
        couple.press("Envoyer ma demande");
    }

    private static void confirmed(Asker asker, String when) {
        var page = asker.page();
        asker.heading("Votre demande est enregistrée");
        assertThat(page.locator("main")).containsText(when);
        page.goBack();
        asker.press("Envoyer ma demande");
        assertThat(page.locator("main")).containsText("Vous aviez déjà envoyé cette demande");
        asker.follow("Voir ma demande");
        asker.follow("Voir mon rendez-vous");
        asker.heading("Rendez-vous confirmé");
        assertThat(page.locator("main")).containsText(when);
    }

    private static void nothingIsLeft(Asker late) {
        Page page = late.page();
        page.navigate(site.address() + "/fr/demarches/aes-famille");
        assertThat(page.locator("main")).containsText("Les places sont tirées au sort.");
        late.follow("Faire ma demande");
        late.alone("12AB34568", "Où et quand pouvez-vous venir ?");
    }
}
