package org.guichet.app.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import org.guichet.app.World;
import org.guichet.app.catalogue.Catalogue;
import org.junit.jupiter.api.Test;

/** The times of runs in the file change: Mondays at 16:00 became something else. */
final class RunRuleTest {
    private final World world = World.fresh();

    @Test
    void times_that_are_new_make_no_run_due_that_nobody_could_know_of() {
        world.drawAndRun();
        var runs = runs();
        world.clock().set(World.paris("2021-04-14T10:00"));
        var tuesdays = at("tuesday", "15:00");
        hold(tuesdays);
        assertThat(runs()).as("Tuesday had passed when they became known").isEqualTo(runs);
        world.clock().set(World.paris("2021-04-20T14:59:59"));
        hold(tuesdays);
        assertThat(runs()).isEqualTo(runs);
        world.clock().set(World.paris("2021-04-20T15:00"));
        hold(tuesdays);
        hold(tuesdays);
        assertThat(runs()).isEqualTo(runs + 1);
    }

    @Test
    void times_that_change_to_and_fro_make_nothing_due_and_lose_no_run() {
        world.drawAndRun();
        var runs = runs();
        world.clock().set(World.paris("2021-04-14T10:00"));
        hold(at("monday", "17:00"));
        world.clock().set(World.paris("2021-04-15T10:00"));
        var asBefore = at("monday", "16:00");
        hold(asBefore);
        assertThat(runs()).isEqualTo(runs);
        world.clock().set(World.paris("2021-04-19T16:00:02"));
        hold(asBefore);
        assertThat(runs()).isEqualTo(runs + 1);
    }

    @Test
    void a_run_that_was_missed_by_the_old_times_is_held_by_the_new_ones_even_if_they_come_late() {
        world.drawAndRun();
        var runs = runs();
        world.clock().set(World.paris("2021-04-19T17:00:05"));
        hold(at("monday", "17:00"));
        assertThat(runs()).isEqualTo(runs + 1);
    }

    @Test
    void a_run_that_was_missed_while_all_stood_still_is_held_as_soon_as_it_can_be() {
        world.drawAndRun();
        var runs = runs();
        world.clock().set(World.paris("2021-04-20T09:00"));
        hold(at("monday", "16:00"));
        assertThat(runs()).isEqualTo(runs + 1);
    }

    private void hold(Catalogue catalogue) {
        world.get(HoldRun.class)
                .hold(
                        World.AUTHORITY,
                        catalogue,
                        catalogue.procedure(World.POOL).orElseThrow());
    }

    private int runs() {
        return world.count("allotment_run where pool = 'famille'");
    }

    private static Catalogue at(String day, String time) {
        return World.rules(text ->
                text.replaceFirst("day: monday, time: \"16:00\"", "day: %s, time: \"%s\"".formatted(day, time)));
    }
}
