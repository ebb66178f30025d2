package org.guichet.app.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.guichet.app.World;
import org.guichet.core.allot.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ChangeRequestTest {
    private static final Wishes LOIRE = new Wishes(
            List.of("loire"),
            Moments.of(List.of("4m", "5m")),
            List.of("loire"),
            Moments.of(List.of("5m")),
            List.of(Wishes.Days.parse("2021-04-22/2021-04-23")));

    private World world;
    private Request request;

    @BeforeEach
    void begin() {
        world = World.fresh();
        request = world.register(World.AMINATA);
    }

    @Test
    void only_what_is_otherwise_than_before_is_a_leaf() {
        change(Together.ADJACENT, LOIRE);
        var leaves = leaves();
        change(Together.ADJACENT, LOIRE);
        assertThat(leaves()).as("the same").isEqualTo(leaves);
        change(Together.SAME_DAY, LOIRE);
        assertThat(leaves()).as("they come otherwise").isEqualTo(leaves + 1);
        change(Together.SAME_DAY, Wishes.ANYTHING);
        assertThat(leaves()).as("something else suits").isEqualTo(leaves + 2);
    }

    private void change(Together together, Wishes wishes) {
        world.get(ChangeRequest.class).wishes(World.AUTHORITY, request.id(), together, wishes);
    }

    private int leaves() {
        return world.count("leaf");
    }
}
