package org.guichet.app.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.guichet.app.Visitor;
import org.guichet.app.World;
import org.guichet.app.appointment.CancelAppointment;
import org.guichet.app.choosing.Choose;
import org.guichet.app.choosing.Wanted;
import org.guichet.app.platform.Limits;
import org.guichet.app.registration.Passes;
import org.guichet.app.registration.Request;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Aminata chose a place, gives it back, and chooses again, and again. */
final class AgainPagesTest {
    private static final Wanted NINE_O_CLOCK = new Wanted("loire", World.paris("2021-04-23T09:00"));

    private World world;
    private Visitor visitor;
    private Request request;

    @BeforeEach
    void begin() {
        world = World.fresh();
        world.drawAndRun();
        visitor = world.visitor();
        var chosen = world.get(Choose.class).choose(World.AUTHORITY, World.application(World.AMINATA), NINE_O_CLOCK);
        request = ((Choose.Outcome.Recorded) chosen).request();
        giveBack();
    }

    @Test
    void whoever_changes_plans_now_and_then_is_served() {
        for (int i = 0; i < Limits.CHOSEN_AGAIN_MAX; i++) {
            assertThat(choose("fr").location()).startsWith("/fr/rendez-vous?k=");
            giveBack();
        }
        var letters = world.count("notice");
        assertThat(choose("fr").status()).isEqualTo(429);
        assertThat(world.offer(request)).isEmpty();
        assertThat(world.count("notice")).as("nobody is written to").isEqualTo(letters);
        world.clock().set(world.clock().instant().plus(Limits.CHOSEN_AGAIN_WITHIN));
        assertThat(choose("fr").location()).startsWith("/fr/rendez-vous?k=");
    }

    @ParameterizedTest
    @CsvSource({"fr, plusieurs fois aujourd’hui", "en, several times today", "ar, عدة مرات اليوم"})
    void whoever_did_too_often_reads_when_it_goes_on(String language, String said) {
        for (int i = 0; i < Limits.CHOSEN_AGAIN_MAX; i++) {
            choose("fr");
            giveBack();
        }
        var full = choose(language);
        assertThat(full.status()).isEqualTo(429);
        assertThat(full.body()).contains("<html lang=\"" + language + "\"", said, "01 00 00 00 00");
        var again = full.after("<form method=\"post\" action=\"");
        world.clock().set(world.clock().instant().plus(Limits.CHOSEN_AGAIN_WITHIN));
        assertThat(visitor.post(again.replaceAll("k=[\\w-]+", "k=" + key()), Map.of())
                        .location())
                .startsWith("/" + language + "/rendez-vous?k=");
    }

    private Visitor.Page choose(String language) {
        return visitor.post("/" + language + "/suivi/place?k=" + key(), Map.of("place", NINE_O_CLOCK.toString()));
    }

    private void giveBack() {
        world.clock().set(world.clock().instant().plusSeconds(1));
        world.get(CancelAppointment.class).cancel(World.AUTHORITY, request.id());
    }

    private String key() {
        return world.get(Passes.class).key(World.AUTHORITY, request.id(), Passes.Level.LINK);
    }
}
