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
    void an_offer_with_all_its_working_hours_is_one_like_any_other() {
        giveBackAt("2021-04-19T12:00");
        var first = waiting.getFirst();
        assertThat(newest(first).answerBy()).isEqualTo(World.paris("2021-04-21T14:00"));
        afterTheTime("2021-04-21T14:00");
        assertThat(newest(first).state()).isEqualTo(Offer.State.SILENT);
    }

    @Test
    void an_offer_with_fewer_working_hours_is_no_silence_though_its_day_is_not_near() {
        giveBackAt("2021-04-19T12:01");
        var first = waiting.removeFirst();
        assertThat(newest(first).answerBy()).isEqualTo(World.paris("2021-04-21T14:00"));
        afterTheTime("2021-04-21T14:00");
        assertThat(newest(first).state()).isEqualTo(Offer.State.LAPSED);
        assertThat(world.offer(first)).as("it goes on").isEmpty();
        assertThat(world.offer(waiting.getFirst())).isPresent();
    }

    @Test
    void a_weekend_is_no_time_to_answer() {
        moveToMonday();
        giveBackAt("2021-04-23T18:00");
        var first = waiting.getFirst();
        assertThat(newest(first))
                .returns(World.paris("2021-04-26T09:00"), Offer::startsAt)
                .returns(World.paris("2021-04-25T09:00"), Offer::answerBy);
        afterTheTime("2021-04-25T09:00");
        assertThat(newest(first).state()).isEqualTo(Offer.State.LAPSED);
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

    /** What is given back is a place of Monday, at nine. */
    private void moveToMonday() {
        var offer = world.offer(holder).orElseThrow().id();
        var held = "place_id in (select holding.place_id from holding where holder = ?)";
        for (var moved : List.of("place %s where " + held, "offer %s where offer_id = ?")) {
            var later = "set starts_at = starts_at + interval '91 hours', ends_at = ends_at + interval '91 hours'";
            world.jdbc().sql("update " + moved.formatted(later)).params(offer).update();
        }
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
