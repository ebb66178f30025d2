package org.guichet.app.choosing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guichet.app.World;
import org.guichet.app.appointment.AnswerOffer;
import org.guichet.app.appointment.Offers;
import org.guichet.app.appointment.Withdraw;
import org.guichet.app.platform.Limits;
import org.guichet.app.registration.Application;
import org.guichet.core.allot.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class RegimesTest {
    private World world;
    private Choosers choosers;

    @BeforeEach
    void begin() {
        world = World.fresh();
        choosers = new Choosers(world);
        world.drawAndRun();
    }

    @Test
    void places_are_chosen_when_some_are_free_and_nobody_waits() {
        assertThat(choosers.regime()).isEqualTo(Regime.CHOICE);
        var waiting = world.register(World.AMINATA);
        assertThat(choosers.regime()).isEqualTo(Regime.DRAW);
        world.get(Withdraw.class).withdraw(World.AUTHORITY, waiting.id());
        assertThat(choosers.regime()).isEqualTo(Regime.CHOICE);
        choosers.fill(6);
        assertThat(choosers.regime()).isEqualTo(Regime.DRAW);
    }

    @Test
    void a_run_that_serves_the_line_opens_the_calendar_again() {
        world = World.fresh();
        Stream.of("2021-04-05T00:00:01", "2021-04-05T12:00:01", "2021-04-05T16:00:01")
                .forEach(world::goTo);
        assertThat(regimeOfRemise()).isEqualTo(Regime.CHOICE);
        var form = World.application(World.AMINATA);
        var waiting = world.register(new Application(
                "remise",
                form.submission(),
                form.language(),
                form.persons(),
                form.together(),
                form.wishes(),
                form.reach()));
        assertThat(regimeOfRemise()).isEqualTo(Regime.DRAW);
        world.drawAndRun();
        assertThat(world.offer(waiting)).isPresent();
        assertThat(regimeOfRemise()).isEqualTo(Regime.CHOICE);
    }

    @Test
    void before_the_first_draw_everybody_comes_by_the_draw() {
        choosers = new Choosers(World.fresh());
        assertThat(choosers.regime()).isEqualTo(Regime.DRAW);
        assertThat(choosers.choose(Choosers.TWO_O_CLOCK, World.AMINATA)).isEqualTo(new Choose.Outcome.Over());
    }

    @Test
    void whoever_waits_for_what_is_not_free_holds_nobody_up() {
        world.register(World.application(Choosers.NEVER, Together.SIMULTANEOUS, World.LAN));
        assertThat(choosers.regime()).isEqualTo(Regime.CHOICE);
        world.register(World.AMINA, World.KARIM, World.AMINATA);
        assertThat(choosers.regime()).as("three at once never fit").isEqualTo(Regime.CHOICE);
    }

    @Test
    void whoever_waits_for_what_is_too_near_to_be_offered_holds_nobody_up() {
        world.register(World.AMINATA);
        world.goTo("2021-04-23T05:29");
        assertThat(choosers.regime()).isEqualTo(Regime.DRAW);
        world.goTo("2021-04-23T05:30");
        assertThat(choosers.regime()).isEqualTo(Regime.CHOICE);
    }

    @Test
    void a_long_line_is_a_line_whatever_it_wants() {
        IntStream.rangeClosed(0, Limits.LINE_READ_MAX)
                .mapToObj(it -> World.application(Choosers.NEVER, Together.SIMULTANEOUS, World.somebody(it)))
                .forEach(world::register);
        assertThat(choosers.regime()).isEqualTo(Regime.DRAW);
    }

    @Test
    void more_than_are_read_are_a_line_although_one_of_them_keeps_a_place() {
        choosers.hold(Choosers.TWO_O_CLOCK, World.somebody(0));
        IntStream.rangeClosed(0, Limits.LINE_READ_MAX)
                .mapToObj(it -> World.application(Choosers.NEVER, Together.SIMULTANEOUS, World.somebody(it)))
                .forEach(world::register);
        assertThat(choosers.regime()).isEqualTo(Regime.DRAW);
    }

    @Test
    void a_couple_waits_although_one_of_them_keeps_a_place_alone() {
        choosers.hold(Choosers.TWO_O_CLOCK, World.AMINA);
        world.register(World.AMINA, World.KARIM);
        assertThat(choosers.regime()).isEqualTo(Regime.DRAW);
    }

    @Test
    void a_couple_that_keeps_places_by_another_form_waits_for_nothing() {
        choosers.hold(Choosers.TWO_O_CLOCK, World.AMINA, World.KARIM);
        world.register(World.AMINA, World.KARIM);
        assertThat(choosers.regime()).isEqualTo(Regime.CHOICE);
    }

    @Test
    void whoever_lost_what_was_kept_for_two_because_the_other_chose_alone_waits() {
        choosers.hold(Choosers.TWO_O_CLOCK, World.AMINA, World.KARIM);
        choosers.hold(Choosers.HALF_PAST, World.AMINA);
        world.register(World.KARIM);
        assertThat(choosers.regime()).isEqualTo(Regime.DRAW);
    }

    @Test
    void a_place_given_back_goes_to_the_line_before_anybody_can_choose_it() {
        world = World.fresh();
        choosers = new Choosers(world);
        IntStream.range(0, 7).forEach(it -> world.register(World.somebody(it)));
        world.drawAndRun();
        var served = world.get(Offers.class).live(World.AUTHORITY, World.POOL).getFirst();
        world.get(AnswerOffer.class).no(World.AUTHORITY, served.id());
        assertThat(choosers.liveHoldings()).as("the seventh has it").isEqualTo(6);
        assertThat(choosers.choose(Choosers.TWO_O_CLOCK, World.AMINATA)).isEqualTo(new Choose.Outcome.Taken());
    }

    @Test
    void each_change_is_published_once_and_is_a_leaf() {
        assertThat(published()).containsExactly(Regime.CHOICE);
        var leaves = world.count("leaf_index");
        world.register(World.AMINATA);
        choosers.hold(Choosers.TWO_O_CLOCK, World.LAN);
        assertThat(published()).as("said by whoever is refused").containsExactly(Regime.DRAW, Regime.CHOICE);
        world.jobs();
        world.jobs();
        assertThat(published()).containsExactly(Regime.DRAW, Regime.CHOICE);
        assertThat(world.count("leaf_index")).as("the request, the regime").isEqualTo(leaves + 2);
    }

    private List<Regime> published() {
        return world.get(RegimeChanges.class).newest(World.AUTHORITY, World.POOL, 9).stream()
                .map(RegimeChanges.Change::regime)
                .toList();
    }

    private Regime regimeOfRemise() {
        return world.get(Regimes.class)
                .at(World.AUTHORITY, "remise", world.clock().instant());
    }
}
