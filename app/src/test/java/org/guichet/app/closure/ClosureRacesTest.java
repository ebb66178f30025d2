package org.guichet.app.closure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.guichet.app.Faults;
import org.guichet.app.World;
import org.guichet.app.reception.Counters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A closure that is killed, told by several nodes, told while places are given, or told to a node that knows less. */
final class ClosureRacesTest {
    private final Strike strike = new Strike();
    private final World world = strike.world();

    @ParameterizedTest
    @EnumSource(value = Faults.Side.class, names = "KILLED", mode = EnumSource.Mode.EXCLUDE)
    void a_closure_that_is_killed_at_any_step_is_done_whole_by_the_next(Faults.Side side) {
        strike.sevenInLine();
        world.clock().set(World.paris("2021-04-13T09:00"));
        var before = strike.everything();
        var faults = world.get(Faults.class);
        var step = 0;
        while (faults.isLostAt(++step, side, () -> strike.follow(Strike.closed()))) {
            var now = strike.everything();
            assertThat(now.equals(before) || strike.closedOffers() == 4)
                    .as(now.toString())
                    .isTrue();
        }
        assertThat(step).isGreaterThan(20);
        assertThat(strike.closedOffers()).isEqualTo(4);
        assertThat(strike.notices()).isEqualTo(4);
    }

    @Test
    void nodes_that_start_at_once_close_once() {
        strike.sevenInLine();
        var ended = Counters.atOnce(4, () -> strike.follow(Strike.closed()).ended());
        assertThat(ended.stream().mapToInt(it -> it).sum()).isEqualTo(4);
        assertThat(strike.notices()).isEqualTo(4);
    }

    @Test
    void a_closure_during_a_run_leaves_nobody_in_the_closed_centre() {
        strike.sevenDrawn();
        var turn = new AtomicInteger();
        Counters.atOnce(
                2,
                () -> turn.getAndIncrement() == 0
                        ? strike.follow(Strike.closed()).ended()
                        : strike.hold());
        assertThat(strike.hold()).isEqualTo(1);
        assertThat(strike.live()).hasSize(2).allMatch(it -> it.centre().equals("loire"));
        assertThat(world.count("holding natural join place where released_at is null and withdrawn_at is not null"))
                .isZero();
    }

    @Test
    void a_node_with_the_file_of_before_opens_nothing_again() {
        strike.sevenInLine();
        strike.follow(Strike.closed());
        var newer = "insert into catalogue (authority_id, version, loaded_at, file) values (1, 1000, now(), '?')";
        world.jdbc().sql(newer).update();
        try {
            assertThat(strike.follow(strike.open())).isEqualTo(FollowRules.Followed.NOTHING);
        } finally {
            world.jdbc().sql("delete from catalogue where version = 1000").update();
        }
        assertThat(strike.live()).hasSize(2);
    }
}
