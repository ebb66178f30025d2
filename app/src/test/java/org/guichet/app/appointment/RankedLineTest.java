package org.guichet.app.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.guichet.app.World;
import org.guichet.app.draw.Ranks;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.RequestId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Eleven who were drawn, in two cohorts: one has an offer, one an appointment, one sleeps, one is gone, one joined
 * another request, one stands in another line, five wait.
 */
final class RankedLineTest {
    private final World world = World.fresh();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 5, 6, 1_000})
    void whoever_waits_is_read_once_in_the_order_of_ranks_however_many_at_a_time(int together) {
        IntStream.range(0, 11).forEach(i -> world.register(World.somebody(i)));
        world.goTo("2021-04-12T00:00:01");
        world.goTo("2021-04-12T12:00:01");
        var drawn = world.get(Ranks.class).line(World.AUTHORITY, World.POOL).stream()
                .map(Ranks.Rank::request)
                .toList();
        offered(drawn.get(0), "OPEN");
        offered(drawn.get(3), "ACCEPTED");
        world.jdbc()
                .sql("insert into sleep (authority_id, request_id, since) values (?, ?, now())")
                .params(World.AUTHORITY.value(), drawn.get(4).value())
                .update();
        world.jdbc()
                .sql("update request set ended_at = now(), ending = 'WITHDRAWN' where request_id = ?")
                .params(drawn.get(8).value())
                .update();
        world.jdbc()
                .sql("update request set joined = true where request_id = ?")
                .params(drawn.get(9).value())
                .update();
        world.jdbc()
                .sql("update request set pool = 'remise', window_no = 1 where request_id = ?")
                .params(drawn.get(10).value())
                .update();
        // Positions begin again in the next cohort.
        world.jdbc()
                .sql("update rank set cohort = 2, position = position - 5 where position > 5")
                .update();
        // What is over keeps nobody out.
        offered(drawn.get(5), "REFUSED");
        assertThat(line(together))
                .containsExactly(drawn.get(1), drawn.get(2), drawn.get(5), drawn.get(6), drawn.get(7));
    }

    private void offered(RequestId request, String state) {
        world.jdbc()
                .sql("insert into offer (authority_id, offer_id, request_id, pool, state, made_at, answer_by, centre,"
                        + " starts_at, ends_at) values (?, gen_random_uuid(), ?, ?, ?, now(),"
                        + " now() + interval '1 hour', 'charcot', now() + interval '2 hours',"
                        + " now() + interval '3 hours')")
                .params(World.AUTHORITY.value(), request.value(), World.POOL, state)
                .update();
    }

    private List<RequestId> line(int together) {
        var line = new ArrayList<RankedLine.Waiting>();
        world.get(RankedLine.class)
                .each(World.AUTHORITY, World.POOL, world.clock().instant(), together, line::add);
        return line.stream().map(RankedLine.Waiting::request).map(Request::id).toList();
    }
}
