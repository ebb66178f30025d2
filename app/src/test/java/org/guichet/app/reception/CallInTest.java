package org.guichet.app.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.guichet.app.World;
import org.guichet.app.access.Desk;
import org.guichet.app.appointment.CancelAppointment;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Calling: whoever waits longest by the appointed time, and nobody twice. */
final class CallInTest {
    private static final int THREADS = 50;

    private Counters counters;

    @BeforeEach
    void begin() {
        counters = new Counters();
    }

    @Test
    void the_next_is_whoever_had_the_earliest_time_not_who_came_first() {
        var late = arrived(counters.appointment("2021-04-22T14:00", World.AMINATA));
        var early = arrived(counters.appointment("2021-04-22T13:00", World.LAN));
        assertThat(callIn().next(counters.desk(5))).contains(early);
        assertThat(callIn().next(counters.desk(6))).contains(late);
        assertThat(callIn().next(counters.desk(7))).isEmpty();
        assertThat(counters.visit(early).call()).map(Visit.Call::counter).contains(5);
        assertThat(counters.visit(late).call()).map(Visit.Call::counter).contains(6);
    }

    @Test
    void of_two_at_the_same_time_the_first_to_arrive_is_called() {
        var second = counters.appointment(World.AMINATA);
        var first = arrived(counters.appointment(World.LAN));
        counters.world().clock().set(World.paris("2021-04-22T14:20"));
        arrived(second);
        assertThat(callIn().next(counters.desk(5))).contains(first);
    }

    @Test
    void nobody_is_called_who_is_not_there() {
        counters.appointment(World.AMINATA);
        assertThat(callIn().next(counters.desk(5))).isEmpty();
    }

    @Test
    void without_the_guard_two_counters_call_the_same_dossier() {
        counters.appointments(THREADS).forEach(this::arrived);
        var called = Counters.atOnce(THREADS, this::nextWithoutGuard);
        assertThat(called.stream().flatMap(Optional::stream).distinct().count()).isLessThan(THREADS);
    }

    @Test
    void fifty_counters_never_call_the_same_dossier() {
        var waiting = counters.appointments(THREADS);
        waiting.forEach(this::arrived);
        var called = Counters.atOnce(THREADS, () -> callIn().next(counters.desk(5)));
        assertThat(called.stream().flatMap(Optional::stream)).containsExactlyInAnyOrderElementsOf(waiting);
    }

    @Test
    void fifty_counters_and_ten_who_wait_make_ten_calls() {
        counters.appointments(10).forEach(this::arrived);
        var called = Counters.atOnce(THREADS, () -> callIn().next(counters.desk(5)));
        assertThat(called.stream().flatMap(Optional::stream)).hasSize(10).doesNotHaveDuplicates();
    }

    @Test
    void the_same_call_twice_is_one_call() {
        var offer = arrived(counters.appointment(World.AMINATA));
        callIn().call(counters.desk(5), offer);
        callIn().call(counters.desk(6), offer);
        assertThat(counters.visit(offer).call()).map(Visit.Call::counter).contains(5);
        assertThat(counters.world().count("visit_step")).isEqualTo(2);
    }

    @Test
    void calling_again_may_be_to_another_counter_and_the_same_click_twice_is_one() {
        var offer = counters.called(counters.desk(5), World.AMINATA);
        var seen = counters.visit(offer).step();
        counters.world().clock().set(World.paris("2021-04-22T14:20"));
        callIn().again(counters.desk(6), offer, seen);
        callIn().again(counters.desk(7), offer, seen);
        assertThat(counters.visit(offer).call()).contains(new Visit.Call(6, World.paris("2021-04-22T14:20")));
    }

    @Test
    void an_appointment_given_back_after_arriving_stands_in_nobodys_way() {
        counters.world().clock().set(World.paris("2021-04-22T13:50"));
        var request = counters.world().register(World.AMINATA);
        arrived(counters.appointment("2021-04-22T14:00", "charcot", request));
        var other = arrived(counters.appointment("2021-04-22T14:30", World.LAN));
        counters.get(CancelAppointment.class).cancel(World.AUTHORITY, request.id());
        assertThat(callIn().next(counters.desk(5))).contains(other);
    }

    private UUID arrived(UUID offer) {
        counters.get(CheckIn.class).checkIn(counters.desk(5), offer);
        return offer;
    }

    private CallIn callIn() {
        return counters.get(CallIn.class);
    }

    /** What calling would be as a look and then a write. */
    private Optional<UUID> nextWithoutGuard() {
        var jdbc = counters.world().jdbc();
        Desk desk = counters.desk(5);
        return new TransactionTemplate(counters.get(PlatformTransactionManager.class)).execute(_ -> {
            var first = jdbc.sql("select offer_id from visit where centre = ? and state = 'WAITING'"
                            + " order by starts_at, arrived_at, offer_id limit 1")
                    .params(desk.centre().code())
                    .query(UUID.class)
                    .optional();
            first.ifPresent(it -> jdbc.sql(
                            "update visit set state = 'CALLED', counter = 5, called_at = now()" + " where offer_id = ?")
                    .params(it)
                    .update());
            return first;
        });
    }
}
