package org.guichet.app.hall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.guichet.app.World;
import org.guichet.app.access.StaffBrowser;
import org.guichet.app.reception.CallIn;
import org.guichet.app.reception.CheckIn;
import org.guichet.app.reception.Counters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The screen that everybody in the hall sees. */
final class HallPagesTest {
    private Counters counters;
    private StaffBrowser passerBy;

    @BeforeEach
    void begin() {
        counters = new Counters();
        passerBy = new StaffBrowser(counters.world());
    }

    @Test
    void the_newest_call_stands_first_and_no_name_stands_anywhere() {
        var first = counters.called(counters.desk(5), World.AMINATA);
        counters.world().clock().set(World.paris("2021-04-22T14:20"));
        var second = counters.called(counters.desk(6), World.LAN);
        var page = passerBy.get("/fr/ecran/charcot").body();
        assertThat(page)
                .containsSubsequence(
                        "class=\"newest\"", "<b>" + ticket(second) + "</b>", "<b>6</b>", "<b>" + ticket(first) + "</b>")
                .contains("Les numéros ne sont pas dans l’ordre d’arrivée.")
                .doesNotContain("TRAOR", "NGUYEN", "<script");
    }

    @Test
    void who_was_called_again_stands_first_again() {
        var first = counters.called(counters.desk(5), World.AMINATA);
        counters.called(counters.desk(6), World.LAN);
        counters.world().clock().set(World.paris("2021-04-22T14:30"));
        counters.get(CallIn.class)
                .again(counters.desk(7), first, counters.visit(first).step());
        assertThat(passerBy.get("/fr/ecran/charcot").body())
                .containsSubsequence("class=\"newest\"", "<b>" + ticket(first) + "</b>", "<b>7</b>");
    }

    @Test
    void who_only_waits_is_not_shown() {
        var offer = counters.appointment(World.AMINATA);
        counters.get(CheckIn.class).checkIn(counters.desk(5), offer);
        assertThat(passerBy.get("/fr/ecran/charcot").body()).contains("Aucun appel pour le moment.");
        assertThat(passerBy.get("/fr/ecran/loire").status()).isEqualTo(200);
        assertThat(passerBy.get("/fr/ecran/nulle-part").status()).isEqualTo(404);
    }

    @Test
    void only_the_screen_on_the_wall_loads_itself_again() {
        var read = counters.world().visitor().get("/fr/ecran/charcot").response();
        var wall = counters.world().visitor().get("/fr/ecran/charcot?mur=1").response();
        assertThat(read.headers().firstValue("Refresh")).isEmpty();
        assertThat(wall.headers().firstValue("Refresh")).contains("10");
        assertThat(wall.headers().firstValue("Content-Security-Policy")).isPresent();
    }

    private int ticket(UUID offer) {
        return counters.visit(offer).ticket().orElseThrow();
    }
}
