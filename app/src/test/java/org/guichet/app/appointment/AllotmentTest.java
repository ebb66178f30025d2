package org.guichet.app.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.guichet.app.World;
import org.guichet.app.catalogue.Places;
import org.guichet.app.platform.Transactions;
import org.guichet.core.allot.Given;
import org.guichet.core.allot.Place;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Six places, a couple and eight others. */
final class AllotmentTest {
    private final World world = World.fresh();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1_000})
    void each_is_offered_what_the_rules_gave_however_many_offers_are_made_at_a_time(int most) {
        world.register(World.AMINA, World.KARIM);
        IntStream.range(0, 8).forEach(i -> world.register(World.somebody(i)));
        world.goTo("2021-04-12T00:00:01");
        world.goTo("2021-04-12T12:00:01");
        var given = world.get(Transactions.class)
                .of(now -> {
                    world.get(Places.class).lock(World.AUTHORITY, World.POOL);
                    return world.get(Allotment.class).give(World.AUTHORITY, World.POOL, now, most);
                })
                .outcome()
                .given();
        assertThat(given).hasSizeBetween(5, 6);
        assertThat(world.count("offer")).isEqualTo(given.size());
        assertThat(given)
                .allSatisfy(it -> assertThat(held(it))
                        .isEqualTo(it.places().stream()
                                .map(Place::id)
                                .sorted()
                                .toList()
                                .toString()));
    }

    private String held(Given given) {
        return world.jdbc()
                .sql("""
                        select coalesce(string_agg(place_id::text, ', ' order by place_id), '')
                        from request
                        join offer using (authority_id, request_id)
                        join holding on holding.authority_id = offer.authority_id and holder = offer_id
                        where label = ?""")
                .params(given.label())
                .query((row, _) -> "[" + row.getString(1) + "]")
                .single();
    }
}
