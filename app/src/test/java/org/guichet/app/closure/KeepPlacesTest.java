package org.guichet.app.closure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.guichet.app.World;
import org.guichet.app.catalogue.Catalogues;
import org.junit.jupiter.api.Test;

final class KeepPlacesTest {
    private final World world = World.fresh();

    @Test
    void a_counter_that_changed_to_a_procedure_listed_earlier_has_its_places_at_once() {
        var places = live("famille");
        assertThat(places).isEqualTo(6);
        world.jdbc()
                .sql("update place set pool = 'remise' where pool = 'famille'")
                .update();

        new KeepPlaces(world.get(Catalogues.class), world.get(FollowRules.class), world.get(Clock.class)).keep();

        assertThat(live("famille")).isEqualTo(places);
        assertThat(world.count("place where pool = 'remise' and centre = 'loire' and withdrawn_at is null"))
                .isZero();
    }

    private int live(String pool) {
        return world.count("place where pool = '" + pool + "' and withdrawn_at is null");
    }
}
