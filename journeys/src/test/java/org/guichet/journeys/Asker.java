package org.guichet.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** Somebody who answers the questions in a browser. */
record Asker(Page page) {
    /** Two persons who come at the same time, from the first question to what is asked after who comes. */
    void couple(String next) {
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
        goOnTo(next);
    }

    /** One person, from the first question to what is asked after who comes. */
    void alone(String number, String next) {
        choose("Moi");
        goOnTo("Quel est le nom de la personne ?");
        name("Traoré", "Aminata", "", "", "1985");
        goOnTo("Quel document avez-vous ?");
        passport("Mali", number);
        goOnTo(next);
    }

    void name(String family, String given, String day, String month, String year) {
        page.getByLabel("Nom de famille").fill(family);
        page.getByLabel("Prénoms").fill(given);
        page.getByLabel("Jour").fill(day);
        page.getByLabel("Mois").fill(month);
        page.getByLabel("Année").fill(year);
    }

    void passport(String country, String number) {
        choose("Passeport");
        page.getByLabel("Numéro du document").fill(number);
        page.getByLabel("Pays qui a donné le document").selectOption(country);
    }

    void choose(String answer) {
        page.getByLabel(answer).first().check();
    }

    void goOnTo(String heading) {
        send();
        heading(heading);
    }

    void send() {
        press("Continuer");
    }

    void heading(String heading) {
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(heading);
    }

    void press(String button) {
        page.getByRole(AriaRole.BUTTON, named(button)).click();
    }

    void follow(String link) {
        page.getByRole(AriaRole.LINK, named(link)).first().click();
    }

    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
