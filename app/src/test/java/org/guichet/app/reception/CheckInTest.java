package org.guichet.app.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.guichet.app.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Arriving: a ticket for everybody, and no ticket twice. */
final class CheckInTest {
    private Counters counters;

    @BeforeEach
    void begin() {
        counters = new Counters();
    }

    @Test
    void arriving_draws_a_ticket_of_three_digits() {
        var offer = counters.appointment(World.AMINATA);
        checkIn(offer);
        assertThat(counters.visit(offer).state()).isEqualTo(Visit.State.WAITING);
        assertThat(ticket(offer)).isBetween(100, 999);
        assertThat(counters.visit(offer).since()).isEqualTo(World.paris("2021-04-22T14:15"));
    }

    @Test
    void arriving_twice_is_arriving_once() {
        var offer = counters.appointment(World.AMINATA);
        checkIn(offer);
        var ticket = ticket(offer);
        checkIn(offer);
        assertThat(ticket(offer)).isEqualTo(ticket);
        assertThat(counters.world().count("visit_step")).isEqualTo(1);
    }

    @Test
    void fifty_who_arrive_at_the_same_moment_have_fifty_tickets() {
        var offers = counters.appointments(50);
        var next = new ConcurrentLinkedQueue<>(offers);
        Counters.atOnce(50, () -> {
            checkIn(next.remove());
            return true;
        });
        assertThat(offers).extracting(this::ticket).doesNotHaveDuplicates();
    }

    @Test
    void fifty_clicks_for_the_same_persons_are_one_ticket() {
        var offer = counters.appointment(World.AMINATA);
        Counters.atOnce(50, () -> {
            checkIn(offer);
            return true;
        });
        assertThat(counters.world().count("visit")).isEqualTo(1);
        assertThat(counters.world().count("visit_step")).isEqualTo(1);
    }

    @Test
    void tickets_are_not_in_the_order_of_arrival() {
        var offers = counters.appointments(20);
        offers.forEach(this::checkIn);
        List<Integer> tickets = offers.stream().map(this::ticket).toList();
        assertThat(tickets).isNotEqualTo(tickets.stream().sorted().toList());
        assertThat(tickets)
                .isNotEqualTo(tickets.stream().sorted(Comparator.reverseOrder()).toList());
    }

    @Test
    void when_all_tickets_of_three_digits_are_drawn_the_next_have_four() {
        useUpTickets(100, 998);
        var offers = counters.appointments(2);
        offers.forEach(this::checkIn);
        assertThat(ticket(offers.getFirst())).isEqualTo(999);
        assertThat(ticket(offers.getLast())).isBetween(1_000, 9_999);
    }

    @Test
    void what_an_agent_does_is_in_the_journal_without_a_name() {
        var before = counters.world().count("leaf");
        checkIn(counters.appointment(World.AMINATA));
        assertThat(counters.world()
                        .jdbc()
                        .sql("select body from leaf order by leaf_id desc limit 1")
                        .query(String.class)
                        .single())
                .startsWith("guichet.org/attendance@v1\n")
                .doesNotContain("TRAOR");
        assertThat(counters.world().count("leaf")).isGreaterThan(before);
    }

    private void checkIn(UUID offer) {
        counters.get(CheckIn.class).checkIn(counters.desk(5), offer);
    }

    private int ticket(UUID offer) {
        return counters.visit(offer).ticket().orElseThrow();
    }

    /** All of one request, as if it came again and again today: only the tickets matter. */
    private void useUpTickets(int from, int to) {
        var request = counters.world().register(World.LAN);
        counters.world()
                .jdbc()
                .sql("""
                        with past as (
                            insert into offer (authority_id, offer_id, request_id, pool, state, made_at, answer_by,
                                centre, starts_at, ends_at)
                            select 1, gen_random_uuid(), ?, 'famille', 'MET', timestamptz '2021-04-12T14:00Z',
                                timestamptz '2021-04-13T14:00Z', 'charcot', timestamptz '2021-04-22T07:00Z',
                                timestamptz '2021-04-22T07:30Z'
                            from generate_series(?::int, ?::int)
                            returning offer_id, request_id, starts_at)
                        insert into visit (authority_id, offer_id, request_id, pool, centre, day, starts_at, state,
                            ticket, arrived_at, step_id)
                        select 1, offer_id, request_id, 'famille', 'charcot', date '2021-04-22', starts_at, 'WAITING',
                            ? + row_number() over (), starts_at, gen_random_uuid()
                        from past""")
                .params(request.id().value(), from, to, from - 1)
                .update();
    }
}
