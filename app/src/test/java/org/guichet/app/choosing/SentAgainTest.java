package org.guichet.app.choosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.app.choosing.Choosers.NINE_O_CLOCK;
import static org.guichet.app.choosing.Choosers.TWO_O_CLOCK;

import org.guichet.app.World;
import org.guichet.app.appointment.CancelAppointment;
import org.guichet.app.registration.Application;
import org.guichet.app.registration.Register;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Wishes;
import org.guichet.core.allot.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A form that was sent before, as it was or otherwise. */
final class SentAgainTest {
    private World world;
    private Choosers choosers;

    @BeforeEach
    void begin() {
        world = World.fresh();
        choosers = new Choosers(world);
        world.drawAndRun();
    }

    @Test
    void the_same_form_sent_twice_is_one_appointment() {
        var form = World.application(World.AMINATA);
        var first = recorded(choosers.choose(TWO_O_CLOCK, form));
        choosers.hold(TWO_O_CLOCK, form);
        assertThat(choosers.choose(TWO_O_CLOCK, form)).isEqualTo(new Choose.Outcome.SentBefore(first));
        assertThat(choosers.liveHoldings()).isEqualTo(1);
    }

    @Test
    void the_same_form_sent_again_for_another_place_changes_nothing_and_the_other_place_is_free() {
        var form = World.application(World.AMINATA);
        var first = recorded(choosers.choose(TWO_O_CLOCK, form));
        choosers.hold(NINE_O_CLOCK, form);
        assertThat(choosers.choose(NINE_O_CLOCK, form)).isEqualTo(new Choose.Outcome.SentOtherwise(first));
        assertThat(world.offer(first).orElseThrow().startsAt()).isEqualTo(TWO_O_CLOCK.start());
        assertThat(choosers.liveHoldings()).isEqualTo(1);
        world.get(CancelAppointment.class).cancel(World.AUTHORITY, first.id());
        assertThat(choosers.choose(TWO_O_CLOCK, form))
                .as("it has no place any more")
                .isInstanceOf(Choose.Outcome.SentOtherwise.class);
        assertThat(choosers.liveHoldings()).isZero();
    }

    @Test
    void a_form_that_was_recorded_with_other_wishes_is_given_no_place() {
        var form = World.application(Choosers.NEVER, Together.SIMULTANEOUS, World.AMINATA);
        var first = world.register(form);
        choosers.hold(NINE_O_CLOCK, form);
        assertThat(choosers.choose(NINE_O_CLOCK, withWishes(form, Wishes.ANYTHING)))
                .isEqualTo(new Choose.Outcome.SentOtherwise(first));
        assertThat(world.count("offer")).isZero();
        assertThat(choosers.liveHoldings()).isZero();
    }

    @Test
    void a_second_request_of_a_person_sent_twice_is_answered_like_a_first_one() {
        choosers.choose(TWO_O_CLOCK, World.AMINATA);
        var form = World.application(World.AMINATA);
        var again = recorded(choosers.choose(NINE_O_CLOCK, form));
        assertThat(choosers.choose(NINE_O_CLOCK, form))
                .isInstanceOfSatisfying(
                        Choose.Outcome.SentBefore.class,
                        it -> assertThat(it.request().number()).isEqualTo(again.number()));
    }

    @Test
    void a_form_recorded_as_a_wish_before_stays_that_request() {
        var form = World.application(World.AMINATA);
        world.get(Register.class).register(World.AUTHORITY, form);
        assertThat(choosers.choose(TWO_O_CLOCK, form)).isEqualTo(new Choose.Outcome.Over());
        assertThat(world.count("request")).isEqualTo(1);
    }

    private static Application withWishes(Application form, Wishes wishes) {
        return new Application(
                form.pool(), form.submission(), form.language(), form.persons(), form.together(), wishes, form.reach());
    }

    private static Request recorded(Choose.Outcome outcome) {
        assertThat(outcome).isInstanceOf(Choose.Outcome.Recorded.class);
        return ((Choose.Outcome.Recorded) outcome).request();
    }
}
