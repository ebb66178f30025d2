package org.guichet.app.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.guichet.app.World;
import org.junit.jupiter.api.Test;

final class ExpireOffersTest {
    private final World world = World.fresh();

    @Test
    void an_offer_that_cannot_be_ended_keeps_no_other_open() {
        world.register(World.AMINATA);
        world.register(World.LAN);
        world.drawAndRun();
        world.clock().set(World.paris("2021-04-14T18:02:01"));
        var over = world.get(Offers.class).over(World.AUTHORITY, world.clock().instant());
        assertThat(over).hasSize(2);
        refuseToEnd(over.getFirst());
        try {
            assertThatThrownBy(() -> world.get(ExpireOffers.class).expire(World.AUTHORITY))
                    .hasMessageContaining("it cannot be ended");
        } finally {
            world.jdbc().sql("drop function refuse cascade").update();
        }
        assertThat(over)
                .extracting(it -> world.get(Offers.class)
                        .find(World.AUTHORITY, it.id())
                        .orElseThrow()
                        .state())
                .containsExactly(Offer.State.OPEN, Offer.State.SILENT);
    }

    private void refuseToEnd(Offer offer) {
        var refuse = """
                create function refuse() returns trigger language plpgsql as
                $$ begin raise exception 'it cannot be ended'; end $$;
                create trigger refuse before update on offer for each row
                when (old.offer_id = '%s') execute function refuse()""".formatted(offer.id());
        world.jdbc().sql(refuse).update();
    }
}
