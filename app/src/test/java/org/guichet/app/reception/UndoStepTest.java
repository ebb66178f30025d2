package org.guichet.app.reception;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.guichet.app.World;
import org.guichet.app.access.Desk;
import org.guichet.app.appointment.AnswerOffer;
import org.guichet.app.appointment.Offer;
import org.guichet.app.appointment.Offers;
import org.guichet.app.appointment.Withdraw;
import org.guichet.app.deposit.Papers;
import org.guichet.app.draw.Ranks;
import org.guichet.app.page.Localized;
import org.guichet.app.registration.Request;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Taking a step back puts everything where it was, or nothing. */
final class UndoStepTest {
    private static final Papers COMPLETE = Papers.complete(List.of(Localized.same("Passeport")));
    private static final Papers INCOMPLETE = new Papers(List.of(), List.of(Localized.same("Passeport")), "");

    private Counters counters;
    private Desk desk;

    @BeforeEach
    void begin() {
        counters = new Counters();
        desk = counters.desk(5);
    }

    @Test
    void an_arrival_is_taken_back_and_the_ticket_with_it() {
        var offer = counters.appointment(World.AMINATA);
        counters.get(CheckIn.class).checkIn(desk, offer);
        assertThat(undo(offer)).isEqualTo(UndoStep.Outcome.UNDONE);
        assertThat(counters.world().count("visit")).isZero();
        counters.get(CheckIn.class).checkIn(desk, offer);
        assertThat(counters.visit(offer).state()).isEqualTo(Visit.State.WAITING);
    }

    @Test
    void steps_are_taken_back_one_after_the_other() {
        var offer = counters.appointment(World.AMINATA);
        counters.get(CheckIn.class).checkIn(desk, offer);
        var arrived = counters.visit(offer);
        counters.get(CallIn.class).call(desk, offer);
        var called = counters.visit(offer);
        counters.get(CallIn.class).again(counters.desk(6), offer, called.step());
        undo(offer);
        assertThat(counters.visit(offer)).isEqualTo(called);
        undo(offer);
        assertThat(counters.visit(offer)).isEqualTo(arrived);
    }

    @Test
    void the_same_click_twice_takes_one_step_back() {
        var offer = counters.called(desk, World.AMINATA);
        var seen = counters.visit(offer).step();
        assertThat(undo().undo(desk, offer, seen)).isEqualTo(UndoStep.Outcome.UNDONE);
        assertThat(undo().undo(desk, offer, seen)).isEqualTo(UndoStep.Outcome.NOT_NEWEST);
        assertThat(counters.visit(offer).state()).isEqualTo(Visit.State.WAITING);
    }

    @Test
    void a_deposit_is_taken_back_with_all_that_it_did() {
        var offer = counters.called(desk, World.AMINATA);
        var before = offer(offer);
        var called = counters.visit(offer);
        counters.get(Conclude.class).received(desk, offer, COMPLETE);
        assertThat(undo(offer)).isEqualTo(UndoStep.Outcome.UNDONE);

        assertThat(offer(offer)).isEqualTo(before);
        assertThat(counters.visit(offer)).isEqualTo(called);
        assertThat(counters.world()
                        .reload(counters.world().register(World.AMINATA))
                        .joined())
                .isTrue();
        assertThat(count("select count(*) from request where ended_at is not null"))
                .isZero();
        assertThat(count("select count(*) from deposit where undone_at is null"))
                .isZero();
        assertThat(count("select count(*) from notice where kind in ('deposit', 'undone')"))
                .isZero();

        counters.get(Conclude.class).received(desk, offer, COMPLETE);
        assertThat(count("select count(*) from deposit where undone_at is null"))
                .isEqualTo(1);
    }

    @Test
    void what_was_sent_already_is_followed_by_a_word() {
        var offer = counters.called(desk, World.AMINATA);
        counters.get(Conclude.class).received(desk, offer, COMPLETE);
        counters.world().jobs();
        undo(offer);
        counters.world().jobs();
        assertThat(counters.world().letters().to("aminata@example.org"))
                .last()
                .satisfies(it -> assertThat(it.subject()).endsWith("oubliez notre dernier message"));
    }

    @Test
    void an_absence_is_taken_back_and_the_rank_is_what_it_was() {
        var request = counters.threeWeeksEarlier().register(World.AMINATA);
        counters.world().register(World.LAN);
        counters.world().register(World.AMINA, World.KARIM);
        counters.world().drawAndRun();
        var offer = accepted(request);
        var before = offer(offer);
        var rank = rank(request);
        counters.world().clock().set(World.paris("2021-04-22T15:15"));
        counters.get(Conclude.class).absent(desk, offer);
        assertThat(rank(request)).isNotEqualTo(rank);

        assertThat(undo(offer)).isEqualTo(UndoStep.Outcome.UNDONE);
        assertThat(rank(request)).isEqualTo(rank);
        assertThat(offer(offer)).isEqualTo(before);
        assertThat(counters.world().count("visit")).isZero();
        assertThat(count("select count(*) from notice where kind = 'absent'")).isZero();
    }

    @Test
    void it_is_too_late_when_the_person_has_asked_again() {
        var offer = counters.called(desk, World.AMINATA);
        counters.get(Conclude.class).received(desk, offer, COMPLETE);
        counters.world().register(World.AMINATA);
        assertThat(undo(offer)).isEqualTo(UndoStep.Outcome.TOO_LATE);
        assertThat(offer(offer).state()).isEqualTo(Offer.State.MET);
        assertThat(counters.visit(offer).state()).isEqualTo(Visit.State.RECEIVED);
        assertThat(count("select count(*) from standing")).isEqualTo(1);
    }

    @Test
    void it_is_too_late_when_another_date_was_offered() {
        var request = counters.threeWeeksEarlier().register(World.AMINATA);
        var others = List.of(
                counters.world().register(World.LAN),
                counters.world().register(World.AMINA),
                counters.world().register(World.KARIM));
        counters.world().drawAndRun();
        var offer = accepted(request);
        others.forEach(this::accepted);
        counters.world().clock().set(World.paris("2021-04-20T14:15"));
        counters.world()
                .jdbc()
                .sql("update offer set starts_at = '2021-04-20T12:00Z' where offer_id = ?")
                .params(offer)
                .update();
        counters.get(CheckIn.class).checkIn(desk, offer);
        counters.get(CallIn.class).call(desk, offer);
        counters.get(Conclude.class).received(desk, offer, INCOMPLETE);
        others.forEach(it -> counters.get(Withdraw.class).withdraw(World.AUTHORITY, it.id()));
        assertThat(counters.world().offer(request)).isPresent();
        assertThat(undo(offer)).isEqualTo(UndoStep.Outcome.TOO_LATE);
        assertThat(counters.visit(offer).state()).isEqualTo(Visit.State.INCOMPLETE);
    }

    @Test
    void who_took_a_step_back_and_when_stays_written() {
        var offer = counters.called(desk, World.AMINATA);
        undo().undo(counters.desk(6), offer, counters.visit(offer).step());
        assertThat(count("select count(*) from visit_step where undone_by = 'charcot-6' and kind = 'CALL'"))
                .isEqualTo(1);
    }

    private UUID accepted(Request request) {
        var offer = counters.world().offer(request).orElseThrow();
        counters.get(AnswerOffer.class).yes(World.AUTHORITY, offer.id());
        return offer.id();
    }

    private UndoStep undo() {
        return counters.get(UndoStep.class);
    }

    private UndoStep.Outcome undo(UUID offer) {
        return undo().undo(desk, offer, counters.visit(offer).step());
    }

    private Offer offer(UUID id) {
        return counters.get(Offers.class).find(World.AUTHORITY, id).orElseThrow();
    }

    private Ranks.Rank rank(Request request) {
        return counters.get(Ranks.class).of(World.AUTHORITY, request.id()).orElseThrow();
    }

    private int count(String sql) {
        return counters.world().jdbc().sql(sql).query(Integer.class).single();
    }
}
