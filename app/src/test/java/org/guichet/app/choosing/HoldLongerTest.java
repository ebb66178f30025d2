package org.guichet.app.choosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.app.choosing.Choosers.HALF_PAST;
import static org.guichet.app.choosing.Choosers.NINE_O_CLOCK;
import static org.guichet.app.choosing.Choosers.TWO_O_CLOCK;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.guichet.app.World;
import org.guichet.app.platform.Limits;
import org.guichet.app.registration.Application;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody who chooses the same place again and again. */
final class HoldLongerTest {
    private static final LocalDate THURSDAY = LocalDate.of(2021, 4, 22);

    private World world;
    private Choosers choosers;

    @BeforeEach
    void begin() {
        world = World.fresh();
        choosers = new Choosers(world);
        world.drawAndRun();
    }

    @Test
    void whoever_goes_on_choosing_one_place_keeps_it_for_an_hour_in_all() {
        var aminata = World.application(World.AMINATA);
        var first = world.clock().instant();
        for (var minutes = 0; minutes < 60; minutes += 14) {
            world.clock().set(first.plus(Duration.ofMinutes(minutes)));
            assertThat(choosers.hold(NINE_O_CLOCK, aminata))
                    .isEqualTo(new HoldPlace.Outcome.Held(first.plus(Duration.ofMinutes(Math.min(60, minutes + 15)))));
        }
        assertThat(choosers.choose(NINE_O_CLOCK, World.LAN)).isEqualTo(new Choose.Outcome.Taken());
        world.clock().set(first.plus(Duration.ofMinutes(62)));
        assertThat(choosers.choose(NINE_O_CLOCK, World.LAN)).isInstanceOf(Choose.Outcome.Recorded.class);
    }

    @Test
    void what_was_sent_in_time_and_comes_two_minutes_late_finds_the_place_kept() {
        var aminata = World.application(World.AMINATA);
        var told = world.clock().instant().plus(Limits.CHOSEN_KEPT);
        assertThat(choosers.hold(NINE_O_CLOCK, aminata)).isEqualTo(new HoldPlace.Outcome.Held(told));
        world.clock().set(told.plusSeconds(119));
        assertThat(choosers.choose(NINE_O_CLOCK, World.LAN)).isEqualTo(new Choose.Outcome.Taken());
        assertThat(choosers.choose(NINE_O_CLOCK, aminata)).isInstanceOf(Choose.Outcome.Recorded.class);
    }

    @Test
    void what_is_sent_in_the_last_second_of_the_hour_has_time_to_be_recorded() {
        var aminata = World.application(World.AMINATA);
        var first = world.clock().instant();
        for (var seconds : List.of(0, 899, 1798, 2697, 3596)) {
            world.clock().set(first.plusSeconds(seconds));
            choosers.hold(NINE_O_CLOCK, aminata);
        }
        var last = first.plusSeconds(3599);
        world.clock().set(last);
        assertThat(world.get(HoldPlace.class).holdToSend(World.AUTHORITY, Choosers.chooser(aminata), NINE_O_CLOCK))
                .isEqualTo(new HoldPlace.Outcome.Held(last.plus(Limits.CHOSEN_KEPT)));
    }

    @Test
    void a_place_whose_hour_is_near_is_kept_no_longer_and_given_as_long_as_was_said() {
        var aminata = World.application(World.AMINATA);
        var amina = World.application(World.AMINA);
        world.clock().set(World.paris("2021-04-22T11:59"));
        choosers.hold(TWO_O_CLOCK, aminata);
        choosers.hold(TWO_O_CLOCK, amina);
        world.clock().set(World.paris("2021-04-22T12:00"));
        assertThat(choosers.hold(TWO_O_CLOCK, aminata)).isEqualTo(new HoldPlace.Outcome.Taken());
        assertThat(calendar(aminata).times("charcot", THURSDAY)).containsExactly(HALF_PAST.start());
        world.clock().set(World.paris("2021-04-22T12:15:59"));
        assertThat(choosers.choose(TWO_O_CLOCK, aminata)).isInstanceOf(Choose.Outcome.Recorded.class);
        world.clock().set(World.paris("2021-04-22T12:16"));
        assertThat(choosers.choose(TWO_O_CLOCK, amina)).isEqualTo(new Choose.Outcome.Taken());
    }

    private Calendar calendar(Application application) {
        var chooser = Choosers.chooser(application);
        return world.get(Calendars.class).of(World.AUTHORITY, chooser).orElseThrow();
    }
}
