package org.guichet.app.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.guichet.app.World;
import org.guichet.app.appointment.Withdraw;
import org.guichet.app.catalogue.Catalogues;
import org.guichet.app.platform.Transactions;
import org.guichet.app.registration.Request;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes look at one line at different times. */
final class ReadTimesTest {
    private World world;
    private ThirtyWait people;

    @BeforeEach
    void begin() {
        world = World.fresh();
        people = new ThirtyWait(world);
    }

    @Test
    void every_node_tells_of_the_same_instant_and_follows_a_newer_one() {
        world.goTo("2021-04-05T16:00:01");
        people.laterThanOtherTests();
        var line = people.line();
        var last = line.getLast();
        var holder = line.stream().filter(it -> world.offer(it).isPresent()).findFirst();
        var here = world.get(Outlooks.class);
        var first = people.told(last);
        people.later(Duration.ofMinutes(9));
        withdraw(holder.orElseThrow());
        assertThat(world.count("offer where state = 'OPEN'"))
                .as("the next in line has the place")
                .isEqualTo(20);
        withdraw(line.get(28));
        try (var there = anotherNode()) {
            assertThat(people.told(there, last).name()).isEqualTo(first.name());
            people.later(Duration.ofMinutes(1));
            var newer = people.told(there, last, it -> !it.at().equals(first.at()));
            assertThat(newer.ahead()).isEqualTo(first.ahead() - 2);
            people.later(Duration.ofSeconds(5));
            assertThat(people.told(here, last, it -> it.at().equals(newer.at())).name())
                    .isEqualTo(newer.name());
        }
    }

    @Test
    void as_long_as_the_instant_is_fresh_nothing_is_written() {
        var times = world.get(ReadTimes.class);
        var now = world.clock().instant();
        var fresh = Duration.ofMinutes(10);
        assertThat(times.agree(World.AUTHORITY, World.POOL, now, fresh)).contains(now);
        world.get(Transactions.class).run(_ -> {
            world.jdbc().sql("set transaction read only").update();
            var later = now.plus(fresh).minusMillis(1);
            assertThat(times.agree(World.AUTHORITY, World.POOL, later, fresh)).contains(now);
        });
    }

    private void withdraw(Request request) {
        world.get(Withdraw.class).withdraw(World.AUTHORITY, request.id());
    }

    private Outlooks anotherNode() {
        return new Outlooks(
                world.get(Catalogues.class),
                world.get(Measures.class),
                world.get(ReadTimes.class),
                world.get(Transactions.class));
    }
}
