package org.guichet.app.asking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.guichet.app.Visitor;
import org.guichet.app.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no page of the calendar offers is sent to it all the same. */
final class CraftedPlaceTest {
    private World world;
    private Visitor visitor;
    private Walk walk;

    @BeforeEach
    void begin() {
        world = World.fresh();
        world.drawAndRun();
        visitor = world.visitor();
        walk = new Walk(visitor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b/2021-04-23T07:00:00Z",
                "loire%/2021-04-23T07:00:00Z",
                "loire/+1000000000-12-31T23:59:59Z",
                "loire/-0044-03-15T07:00:00Z",
                "loire/demain",
                "loire"
            })
    void what_is_no_place_of_a_calendar_leads_back_to_it(String place) {
        var calendar = walk.asked(World.AMINATA);
        var again = visitor.post(calendar, Map.of("place", place));
        assertThat(again.status()).isEqualTo(303);
        assertThat(visitor.get(again.location()).body()).contains("Dans quel centre");
        assertThat(world.count("holding")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"&mois=%2B999999999-12", "&mois=-999999999-01", "&jour=%2B999999999-12-31", "&jour=x"})
    void a_month_or_day_that_no_calendar_has_shows_one_that_it_has(String look) {
        var calendar = walk.asked(World.AMINATA);
        assertThat(visitor.get(calendar + "&centre=loire" + look).body()).contains("Avril 2021");
    }
}
