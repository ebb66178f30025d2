package org.guichet.app.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.guichet.app.World;
import org.guichet.app.draw.Ranks;
import org.guichet.app.platform.Transactions;
import org.guichet.app.registration.Moments;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Requests;
import org.guichet.app.registration.Wishes;
import org.guichet.core.allot.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The one place of a morning is freed, while people want since the last run what is free in the afternoon. */
final class FreedBesideFreeTest {
    private World world;
    private Request holder;
    private List<Request> line;

    @BeforeEach
    void begin() {
        world = World.fresh();
        holder = ask(0, Wishes.ANYTHING.in(List.of("charcot")).at(Moments.half(true)));
        Stream.of(1, 2, 3).forEach(it -> ask(it, GiveNearPlacesTest.NOT_THEN));
        world.drawAndRun();
        world.jdbc()
                .sql("insert into place (authority_id, pool, centre, counter, starts_at, ends_at)"
                        + " values (1, ?, 'charcot', 20, '2021-04-22T10:00+02', '2021-04-22T10:30+02')")
                .params(World.POOL)
                .update();
        world.get(Transactions.class).run(now -> world.get(Allotment.class).give(World.AUTHORITY, World.POOL, now));
        line = world.get(Ranks.class).line(World.AUTHORITY, World.POOL).stream()
                .map(it -> world.get(Requests.class).get(World.AUTHORITY, it.request()))
                .filter(it -> !it.id().equals(holder.id()))
                .toList();
        assertThat(world.offer(holder)).isPresent();
        change(line.get(0), Wishes.ANYTHING.at(Moments.half(false)));
        change(line.get(1), Wishes.ANYTHING);
        change(line.get(2), Wishes.ANYTHING);
    }

    @Test
    void nobody_who_accepts_only_the_afternoon_is_passed_over() {
        world.get(AnswerOffer.class)
                .no(World.AUTHORITY, world.offer(holder).orElseThrow().id());
        assertThat(world.offer(line.get(0))).isPresent();
    }

    @Test
    void what_else_is_free_waits_for_the_run_after_a_draw() {
        world.jdbc()
                .sql("update draw set drawn_at = drawn_at + interval '1 day'")
                .update();
        world.get(AnswerOffer.class)
                .no(World.AUTHORITY, world.offer(holder).orElseThrow().id());
        assertThat(line.stream().flatMap(it -> world.offer(it).stream()))
                .singleElement()
                .returns(line.get(1).id(), Offer::request)
                .returns(World.paris("2021-04-22T10:00"), Offer::startsAt);
    }

    private Request ask(int number, Wishes wishes) {
        return world.register(World.application(wishes, Together.SIMULTANEOUS, World.somebody(number)));
    }

    private void change(Request request, Wishes wishes) {
        world.get(ChangeWishes.class).change(World.AUTHORITY, request, Together.SIMULTANEOUS, wishes);
    }
}
