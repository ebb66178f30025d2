package org.guichet.app.deposit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.guichet.app.World;
import org.guichet.app.access.StaffBrowser;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.page.Localized;
import org.guichet.app.reception.CallIn;
import org.guichet.app.reception.CheckIn;
import org.guichet.app.reception.Conclude;
import org.guichet.app.reception.Counters;
import org.guichet.app.registration.Applicant;
import org.guichet.app.registration.Passes;
import org.guichet.app.registration.Request;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The paper that proves a deposit. */
final class ReceiptTest {
    private static final Applicant YEAR_ONLY = new Applicant(
            "DIALLO",
            "Awa",
            "",
            new Applicant.Birth(1985, Optional.empty(), Optional.empty()),
            Optional.of(new Applicant.Document(Applicant.Document.Kind.PASSPORT, "GN", "O1234567")),
            "");

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
    void it_says_who_what_where_and_when_and_how_to_verify_it() {
        var request = counters.world().register(World.AMINA, YEAR_ONLY);
        var offer = received(request, Papers.complete(documents()));
        var deposit =
                counters.get(Deposits.class).ofOffer(World.AUTHORITY, offer).orElseThrow();
        var page = browser.get("/agent/recepisses/" + offer).body().replace('\u00a0', ' ');
        assertThat(page)
                .contains("Autorité d’essai", "Centre de réception des étrangers, 42 rue Charcot, 75013 Paris")
                .contains("Récépissé de dépôt", "jeudi 22 avril 2021 à 14:15, guichet 5")
                .contains("BENALI Amina", "Naissance : 22 avril 1985", "DIALLO Awa", "Naissance : 1985")
                .contains("Vie familiale", "Passeport", "Acte de naissance")
                .contains("Ce papier prouve le dépôt de ce dossier.", "<svg class=\"qr\"")
                .contains(request.number().digits().substring(0, 4))
                .doesNotContain("00/", "Il manque encore");
        Receipt.groups(request.label().hex()).forEach(it -> assertThat(page).contains(it));
        Receipt.groups(deposit.commitment().hex())
                .forEach(it -> assertThat(page).contains(it));
    }

    @Test
    void it_says_what_is_missing_and_that_the_request_goes_on() {
        var all = documents();
        var request = counters.world().register(World.AMINATA);
        var offer = received(request, new Papers(all.subList(0, 1), all.subList(1, 2), "Photo <récente>"));
        assertThat(browser.get("/agent/recepisses/" + offer).body().replace('\u00a0', ' '))
                .contains("Récépissé de dépôt : dossier incomplet", "Il manque encore", "Photo &lt;récente")
                .contains("La demande continue, au même rang.")
                .doesNotContain("prouve le dépôt");
    }

    @Test
    void the_person_sees_the_same_in_her_language_with_the_link_that_was_sent() {
        var request = counters.world().register(World.AMINATA);
        received(request, Papers.complete(documents()));
        var key = key(request, Passes.Level.LINK);
        assertThat(browser.get("/fr/depot?k=" + key).body()).contains("Récépissé de dépôt", "TRAORÉ Aminata");
        assertThat(browser.get("/en/depot?k=" + key).body()).contains("Deposit receipt", "Birth certificate");
        assertThat(browser.get("/ar/depot?k=" + key).body()).contains("إيصال الإيداع", "شهادة ميلاد");
        assertThat(browser.get("/fr/suivi?k=" + key).body()).contains("/fr/depot?k=");
    }

    @Test
    void number_and_year_of_birth_alone_do_not_show_the_dates_on_it() {
        var request = counters.world().register(World.AMINATA);
        received(request, Papers.complete(documents()));
        var look = browser.get("/fr/depot?k=" + key(request, Passes.Level.LOOK));
        assertThat(look.status()).isEqualTo(303);
        assertThat(look.location()).startsWith("/fr/suivi/preuve?vers=depot");
        assertThat(browser.get("/fr/depot?k=x").location()).isEqualTo("/fr/suivi?perdu=1");
    }

    @Test
    void before_a_deposit_a_page_says_that_nothing_is_lost() {
        var request = counters.world().register(World.AMINATA);
        var page = browser.get("/fr/depot?k=" + key(request, Passes.Level.LINK));
        assertThat(page.status()).isEqualTo(404);
        assertThat(page.body()).contains("Pas encore de récépissé de dépôt", "Elle n’est pas perdue.");
    }

    @Test
    void what_was_missing_is_locked_in_the_database() {
        var request = counters.world().register(World.AMINATA);
        received(request, new Papers(List.of(), documents(), "Acte illisible"));
        assertThat(counters.world()
                        .jdbc()
                        .sql("select encode(papers, 'escape') || deposit::text from deposit")
                        .query(String.class)
                        .single())
                .doesNotContain("Acte", "illisible");
        assertThat(counters.world()
                        .jdbc()
                        .sql("select string_agg(payload, '') from commitment")
                        .query(String.class)
                        .single())
                .doesNotContain("illisible", "Passeport");
    }

    private UUID received(Request request, Papers papers) {
        var desk = counters.desk(5);
        var offer = counters.appointment("2021-04-22T14:00", "charcot", request);
        counters.get(CheckIn.class).checkIn(desk, offer);
        counters.get(CallIn.class).call(desk, offer);
        counters.get(Conclude.class).received(desk, offer, papers);
        return offer;
    }

    private List<Localized> documents() {
        return counters.get(Catalogues.class)
                .of(World.AUTHORITY)
                .procedure(World.POOL)
                .orElseThrow()
                .documents();
    }

    private String key(Request request, Passes.Level level) {
        return counters.get(Passes.class).key(World.AUTHORITY, request.id(), level);
    }
}
