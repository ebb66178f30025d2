package org.guichet.app.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.guichet.app.World;
import org.guichet.app.draw.Ranks;
import org.guichet.app.platform.Limits;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Requests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** All six places have their holders, five wait, and a place of Thursday, 14:00, is given back when that is near. */
final class NearPlaceTest {
    private World world;
    private Request holder;
    private final Deque<Request> waiting = new ArrayDeque<>();

    @BeforeEach
    void begin() {
        world = World.fresh();
        IntStream.range(0, 11).forEach(it -> world.register(World.somebody(it)));
        world.drawAndRun();
        var holders = new ArrayList<Request>();
        for (var rank : world.get(Ranks.class).line(World.AUTHORITY, World.POOL)) {
            var request = world.get(Requests.class).get(World.AUTHORITY, rank.request());
            world.offer(request)
                    .ifPresentOrElse(
                            it -> {
                                world.get(AnswerOffer.class).yes(World.AUTHORITY, it.id());
                                holders.add(request);
                            },
                            () -> waiting.add(request));
        }
        holder = holders.stream()
                .filter(it -> world.offer(it).orElseThrow().startsAt().equals(World.paris("2021-04-22T14:00")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void it_is_offered_to_one_after_the_other_for_half_of_the_time_that_is_left() {
        giveBackAt("2021-04-20T14:01");
        for (var until : List.of("2021-04-21T14:00", "2021-04-22T02:01", "2021-04-22T08:01", "2021-04-22T11:01")) {
            assertThat(world.offer(waiting.removeFirst()).orElseThrow().answerBy())
                    .isEqualTo(World.paris(until));
            afterTheTime(until);
        }
        assertThat(world.count("offer where state = 'OPEN'"))
                .as("three hours are too few")
                .isZero();
    }

    @Test
    void whoever_let_it_pass_keeps_the_rank_and_was_not_silent() {
        giveBackAt("2021-04-20T14:01");
        var first = waiting.getFirst();
        var rank = world.get(Ranks.class).of(World.AUTHORITY, first.id());
        afterTheTime("2021-04-21T14:00");
        assertThat(newest(first).state()).isEqualTo(Offer.State.LAPSED);
        assertThat(world.get(Ranks.class).of(World.AUTHORITY, first.id())).isEqualTo(rank);
        assertThat(world.get(Offers.class).isAsleep(World.AUTHORITY, first.id()))
                .isFalse();
        assertThat(world.count("notice where kind = 'cut-short'")).isEqualTo(1);
    }

    @Test
    void from_48_hours_on_it_is_an_offer_like_any_other() {
        giveBackAt("2021-04-20T14:00");
        var first = waiting.getFirst();
        assertThat(newest(first).answerBy()).isEqualTo(World.paris("2021-04-21T14:00"));
        afterTheTime("2021-04-21T14:00");
        assertThat(newest(first).state()).isEqualTo(Offer.State.SILENT);
    }

    @Test
    void nobody_is_asked_in_the_last_hours() {
        giveBackAt("2021-04-22T10:00");
        assertThat(world.count("offer where state = 'OPEN'")).isZero();
    }

    @Test
    void there_are_two_hours_at_least_to_answer_and_to_come() {
        giveBackAt("2021-04-22T09:59");
        assertThat(newest(waiting.getFirst()).answerBy())
                .isEqualTo(World.paris("2021-04-22T11:59"))
                .isBefore(World.paris("2021-04-22T14:00").minus(Limits.OFFER_ENDS_AT_LAST));
    }

    private void afterTheTime(String local) {
        world.clock().set(World.paris(local).plus(Limits.ANSWER_GRACE));
        world.jobs();
    }

    private void giveBackAt(String local) {
        world.clock().set(World.paris(local));
        world.get(CancelAppointment.class).cancel(World.AUTHORITY, holder.id());
        world.jobs();
    }

    private Offer newest(Request request) {
        return world.get(Offers.class).ofRequest(World.AUTHORITY, request.id()).getFirst();
    }
}
