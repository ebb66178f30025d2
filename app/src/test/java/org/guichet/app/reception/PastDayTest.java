package org.guichet.app.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.guichet.app.World;
import org.guichet.app.access.StaffBrowser;
import org.guichet.app.appointment.Offer;
import org.guichet.app.appointment.Offers;
import org.guichet.app.catalogue.Places;
import org.guichet.app.draw.Ranks;
import org.guichet.app.registration.Passes;
import org.guichet.app.registration.Request;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The evening came, and nobody noted what became of an appointment. */
final class PastDayTest {
    private Counters counters;
    private World world;
    private StaffBrowser browser;
    private Request request;
    private UUID offer;

    @BeforeEach
    void begin() {
        counters = new Counters();
        world = counters.threeWeeksEarlier();
        request = world.register(World.AMINATA);
        world.goTo("2021-04-12T00:00:01");
        world.goTo("2021-04-12T12:00:01");
        browser = StaffBrowser.at(world, 5);
        offer = counters.appointment(Counters.TODAY + "T14:00", "charcot", request);
        var place = world.get(Places.class).ahead(World.AUTHORITY, World.POOL, World.START).stream()
                .filter(it -> it.centre().equals("charcot"))
                .findFirst()
                .orElseThrow();
        world.get(Places.class).hold(World.AUTHORITY, List.of(place), offer, World.START);
        world.clock().set(World.paris("2021-04-23T09:00"));
    }

    @Test
    void the_board_names_it_and_it_is_noted_the_day_after() {
        assertThat(browser.get("/agent").body()).contains("Un dossier d’un jour passé attend", "/rendez-vous/" + offer);
        press("arrivee");
        press("appel");
        press("depot");
        assertThat(world.reload(request).isLive()).isFalse();
        assertThat(browser.get("/agent").body()).doesNotContain("jour passé");
        assertThat(browser.get("/agent/rendez-vous/" + offer).body()).contains("Annuler");
        world.clock().set(World.paris("2021-04-24T09:00"));
        assertThat(browser.get("/agent/rendez-vous/" + offer).body())
                .as("what was noted yesterday stays")
                .contains("Rien ne peut y être changé aujourd’hui.");
    }

    @Test
    void its_person_reads_that_nothing_is_noted_yet_and_cannot_give_it_back() {
        var key = world.get(Passes.class).key(World.AUTHORITY, request.id(), Passes.Level.ACT);
        var page = world.visitor().get("/fr/suivi?k=" + key).body();
        assertThat(page).contains("Votre rendez-vous était le jeudi 22 avril 2021", "pas encore noté");
        assertThat(world.visitor().get("/fr/rendez-vous/annulation?k=" + key).location())
                .contains("/fr/rendez-vous?k=");
        assertThat(world.visitor().get("/fr/rendez-vous?k=" + key).body())
                .contains("il ne peut plus être rendu")
                .doesNotContain("/rendez-vous/annulation");
    }

    @Test
    void after_a_week_the_request_goes_on_with_its_rank_and_its_person_is_told_once() {
        var rank = world.get(Ranks.class).of(World.AUTHORITY, request.id());
        world.goTo("2021-04-29T14:29:59");
        assertThat(state()).isEqualTo(Offer.State.ACCEPTED);
        world.goTo("2021-04-29T14:30:00");
        world.goTo("2021-04-29T14:40:00");
        assertThat(state()).isEqualTo(Offer.State.FORGOTTEN);
        assertThat(world.get(Ranks.class).of(World.AUTHORITY, request.id())).isEqualTo(rank);
        assertThat(world.count("line_entry")).isPositive();
        assertThat(world.letters().to("aminata@example.org"))
                .filteredOn(it -> it.body().contains("ni votre dossier ni votre absence"))
                .hasSize(1);
        var key = world.get(Passes.class).key(World.AUTHORITY, request.id(), Passes.Level.ACT);
        assertThat(world.visitor().get("/fr/proposition?k=" + key).body())
                .contains("Le guichet n’a rien noté de ce rendez-vous");
    }

    private void press(String button) {
        assertThat(browser.post("/agent/rendez-vous/" + offer + "/" + button).status())
                .isEqualTo(303);
    }

    private Offer.State state() {
        return world.get(Offers.class)
                .find(World.AUTHORITY, offer)
                .orElseThrow()
                .state();
    }
}
