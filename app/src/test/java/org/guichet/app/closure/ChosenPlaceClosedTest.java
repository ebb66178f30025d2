package org.guichet.app.closure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.guichet.app.World;
import org.guichet.app.appointment.AnswerOffer;
import org.guichet.app.appointment.Offer;
import org.guichet.app.choosing.Calendars;
import org.guichet.app.choosing.Choose;
import org.guichet.app.choosing.ChooseAgain;
import org.guichet.app.choosing.Wanted;
import org.guichet.app.registration.Passes;
import org.guichet.app.registration.Request;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Aminata chose Thursday 22 April at Charcot, which closes then; Loire has two places the day after. */
final class ChosenPlaceClosedTest {
    private static final Wanted THURSDAY = new Wanted("charcot", World.paris("2021-04-22T14:00"));
    private static final Wanted FRIDAY = new Wanted("loire", World.paris("2021-04-23T09:00"));

    private final Strike strike = new Strike();
    private final World world = strike.world();
    private Request request;

    @BeforeEach
    void choose() {
        world.drawAndRun();
        var outcome = world.get(Choose.class).choose(World.AUTHORITY, World.application(World.AMINATA), THURSDAY);
        request = ((Choose.Outcome.Recorded) outcome).request();
        world.clock().set(World.paris("2021-04-13T09:00"));
    }

    @Test
    void whoever_has_no_rank_yet_chooses_another_place_and_holds_nobody_up() {
        strike.follow(Strike.closed());
        assertThat(world.get(Calendars.class).isChoice(World.AUTHORITY, World.POOL))
                .isTrue();
        assertThat(again()).isEqualTo(FRIDAY.start());
    }

    @Test
    void the_page_of_the_request_and_the_letter_say_so() {
        strike.follow(Strike.closed());
        assertThat(status("fr"))
                .contains("n’aura pas lieu", "Choisir une autre place", "Vous pouvez choisir une autre place.")
                .doesNotContain("Vous n’avez rien à faire", "Vous gardez votre rang");
        assertThat(status("en")).contains("You can choose another place.").doesNotContain("You have nothing to do");
        assertThat(status("ar")).contains("يمكنك اختيار مكان آخر.").doesNotContain("لا شيء مطلوب منك");
        world.jobs();
        assertThat(world.letters().to("aminata@example.org"))
                .last()
                .satisfies(it -> assertThat(it.body())
                        .contains("Une fuite d’eau", "Ouvrez votre demande pour choisir une autre place")
                        .doesNotContain("Vous gardez votre rang"));
    }

    @Test
    void for_whoever_has_a_rank_the_run_looks() {
        var other = new Strike();
        var ranked = other.world().register(World.AMINATA);
        other.world().drawAndRun();
        var offer = other.world().offer(ranked).orElseThrow();
        other.world().get(AnswerOffer.class).yes(World.AUTHORITY, offer.id());
        other.world().jdbc().sql("update offer set chosen = true").update();
        other.follow(Strike.closed());
        assertThat(other.world().offer(ranked).map(Offer::state)).contains(Offer.State.OPEN);
    }

    private Instant again() {
        var offer = world.get(ChooseAgain.class).choose(World.AUTHORITY, world.reload(request), FRIDAY);
        return offer.orElseThrow().startsAt();
    }

    private String status(String language) {
        var key = world.get(Passes.class).key(World.AUTHORITY, request.id(), Passes.Level.LOOK);
        return world.visitor().get("/" + language + "/suivi?k=" + key).body();
    }
}
