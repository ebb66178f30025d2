package org.guichet.app.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.guichet.app.World;
import org.guichet.app.registration.Moments;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Wishes;
import org.guichet.core.allot.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Places of Thursday, 14:00, are free when that is near; the last run before was on Monday. */
final class GiveNearPlacesTest {
    /** No place of the world suits. */
    static final Wishes NOT_THEN = new Wishes(
            List.of(),
            Moments.ALL,
            List.of(),
            Moments.ALL,
            List.of(new Wishes.Days(LocalDate.of(2021, 4, 22), LocalDate.of(2021, 4, 23))));

    private static final String NEAR = "2021-04-20T14:01";

    private World world;

    @BeforeEach
    void begin() {
        world = World.fresh();
    }

    @Test
    void whoever_changes_what_suits_is_offered_what_no_run_gives_any_more() {
        var request = waiting();
        world.goTo("2021-04-20T13:00");
        change(request, Wishes.ANYTHING);
        world.jobs();
        assertThat(world.offer(request)).as("the next run may give it").isEmpty();
        world.goTo(NEAR);
        assertThat(world.offer(request).orElseThrow())
                .returns(World.paris("2021-04-22T14:00"), Offer::startsAt)
                .returns(World.paris("2021-04-21T14:00"), Offer::answerBy);
    }

    @Test
    void nobody_is_offered_again_what_he_said_no_to() {
        var request = waiting();
        change(request, Wishes.ANYTHING);
        world.goTo(NEAR);
        for (var start : List.of("2021-04-22T14:00", "2021-04-22T14:30")) {
            var offer = world.offer(request).orElseThrow();
            assertThat(offer.startsAt()).isEqualTo(World.paris(start));
            world.get(AnswerOffer.class).no(World.AUTHORITY, offer.id());
            world.jobs();
        }
        assertThat(world.offer(request)).isEmpty();
    }

    @Test
    void what_nobody_accepts_stays_free() {
        var request = waiting();
        world.goTo(NEAR);
        assertThat(world.offer(request)).isEmpty();
    }

    @Test
    void whoever_was_just_drawn_waits_for_the_run() {
        waiting();
        world.goTo(NEAR);
        var drawn = world.register(World.LAN);
        world.jdbc()
                .sql("update draw set drawn_at = drawn_at + interval '8 days'")
                .update();
        enterLine(drawn);
        world.jobs();
        assertThat(world.offer(drawn)).isEmpty();
        world.jdbc()
                .sql("update draw set drawn_at = drawn_at - interval '8 days'")
                .update();
        world.jobs();
        assertThat(world.offer(drawn)).isPresent();
    }

    /** Somebody who was drawn and whom no place suits. */
    private Request waiting() {
        var request = world.register(World.application(NOT_THEN, Together.SIMULTANEOUS, World.AMINATA));
        world.drawAndRun();
        world.goTo("2021-04-19T16:00:01");
        return request;
    }

    private void change(Request request, Wishes wishes) {
        world.get(ChangeWishes.class).change(World.AUTHORITY, request, Together.SIMULTANEOUS, wishes);
    }

    // No draw of the world lies between a run and a place that is near.
    private void enterLine(Request request) {
        world.jdbc()
                .sql("insert into rank (authority_id, pool, request_id, cohort, position) values (?, ?, ?, 1, 2)")
                .params(World.AUTHORITY.value(), World.POOL, request.id().value())
                .update();
        world.get(LineIndex.class).enter(World.AUTHORITY, request.id());
    }
}
