package org.guichet.app.closure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.guichet.app.Overlap;
import org.guichet.app.World;
import org.guichet.app.access.Desk;
import org.guichet.app.access.StaffBrowser;
import org.guichet.app.appointment.Offer;
import org.guichet.app.appointment.Offers;
import org.guichet.app.reception.CallIn;
import org.guichet.app.reception.CheckIn;
import org.guichet.app.reception.Counters;
import org.guichet.app.reception.UndoStep;
import org.guichet.app.reception.Visit;
import org.guichet.app.registration.Passes;
import org.guichet.app.registration.Request;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people and agents read: by its file the centre of Charcot is closed on Tuesday 27 April, for a strike. */
final class ClosurePagesTest {
    private static StaffBrowser browser;

    private Counters counters;
    private Request request;
    private UUID offer;

    @BeforeAll
    static void signIn() {
        browser = StaffBrowser.at(World.fresh(), 5);
    }

    @BeforeEach
    void begin() {
        counters = new Counters();
        request = counters.world().register(World.AMINATA);
        offer = counters.appointment("2021-04-27T14:00", "charcot", request);
    }

    @Test
    void the_pages_of_the_person_say_why_and_that_the_rank_is_kept() {
        counters.world().job("places");
        assertThat(get("/fr/suivi"))
                .contains("Le rendez-vous du mardi 27 avril 2021 à 14:00 n’aura pas lieu", "Raison\u00a0: Grève")
                .contains("Vous gardez votre rang");
        assertThat(get("/ar/suivi")).contains("المركز مغلق", "إضراب");
        assertThat(counters.world().visitor().get("/fr/rendez-vous?k=" + key()).location())
                .startsWith("/fr/proposition?k=");
        assertThat(get("/fr/proposition"))
                .contains("Ce rendez-vous n’aura pas lieu", "est fermé ce jour-là\u00a0: Grève", "agenda.ics");
        assertThat(get("/en/proposition")).contains("This appointment will not take place", "Strike");
        assertThat(get("/fr/rendez-vous/agenda.ics")).contains("METHOD:CANCEL", "SEQUENCE:1");
    }

    @Test
    void the_board_of_the_day_says_that_the_centre_is_closed() {
        counters.world().job("places");
        assertThat(browser.get("/agent?jour=2021-04-27").body())
                .contains("Centre fermé ce jour-là\u00a0: Grève", "⊘", "1 annulé par la fermeture");
        assertThat(browser.get("/agent/rendez-vous/" + offer).body())
                .contains("Centre fermé")
                .doesNotContain("Arrivés");
    }

    @Test
    void whoever_is_at_a_counter_is_served_and_goes_back_to_the_line_if_not() {
        var desk = arrived();
        counters.get(CallIn.class).call(desk, offer);
        counters.world().job("places");
        assertThat(state()).isEqualTo(Offer.State.ACCEPTED);

        var step = counters.visit(offer).step();
        assertThat(counters.get(UndoStep.class).undo(desk, offer, step)).isEqualTo(UndoStep.Outcome.UNDONE);
        counters.world().job("places");
        assertThat(state()).isEqualTo(Offer.State.CLOSED);
        assertThat(counters.get(CallIn.class).next(desk)).isEmpty();
    }

    @Test
    void whoever_is_called_while_the_closure_is_written_stays_in_the_waiting_room_and_is_told() {
        var desk = arrived();
        var call = Overlap.of(counters.world(), () -> counters.world().job("places"), () -> call(desk));
        assertThat(call.waited()).isTrue();
        assertThat(state()).isEqualTo(Offer.State.CLOSED);
        assertThat(counters.visit(offer).state()).isEqualTo(Visit.State.WAITING);
    }

    @Test
    void a_closure_that_comes_while_somebody_is_called_lets_them_be_served() {
        var desk = arrived();
        var closure = Overlap.of(counters.world(), () -> call(desk), () -> {
            counters.world().job("places");
            return state();
        });
        assertThat(closure.waited()).isTrue();
        assertThat(closure.second()).isEqualTo(Offer.State.ACCEPTED);
        assertThat(counters.visit(offer).state()).isEqualTo(Visit.State.CALLED);
    }

    private Desk arrived() {
        var desk = counters.desk(5);
        counters.world().clock().set(World.paris("2021-04-27T13:55"));
        counters.get(CheckIn.class).checkIn(desk, offer);
        return desk;
    }

    private Visit.State call(Desk desk) {
        counters.get(CallIn.class).call(desk, offer);
        return counters.visit(offer).state();
    }

    private Offer.State state() {
        return counters.get(Offers.class)
                .find(World.AUTHORITY, offer)
                .orElseThrow()
                .state();
    }

    private String get(String path) {
        return counters.world().visitor().get(path + "?k=" + key()).body();
    }

    private String key() {
        return counters.get(Passes.class).key(World.AUTHORITY, request.id(), Passes.Level.LOOK);
    }
}
