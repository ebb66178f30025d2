package org.guichet.app.appointment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import org.guichet.app.World;
import org.guichet.app.catalogue.Catalogue;
import org.guichet.app.choosing.Choose;
import org.guichet.app.choosing.Wanted;
import org.guichet.app.draw.Drawing;
import org.guichet.app.draw.Drawings;
import org.guichet.app.draw.Ranks;
import org.guichet.app.draw.TrueRanks;
import org.guichet.app.platform.Job;
import org.guichet.app.platform.Transactions;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.RequestId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The procedure of docs/operating.md, rehearsed: a draw went wrong, is voided with its reason, and held again. */
final class VoidDrawTest {
    private static final String REASON = "Une demande arrivée à temps manquait.";

    private World world;
    private Request aminata;

    @BeforeEach
    void begin() {
        world = World.fresh();
        aminata = world.register(World.AMINATA);
        IntStream.range(0, 9).forEach(i -> world.register(World.somebody(i)));
        world.goTo("2021-04-12T00:00:01");
    }

    @Test
    void a_void_draw_is_told_with_its_reason_and_held_again_with_another_round() {
        world.goTo("2021-04-12T12:00:01");
        var first = drawing();
        voidDraw();

        assertThat(drawing().drawn()).isEmpty();
        assertThat(drawing().root()).isEqualTo(first.root());
        assertThat(world.get(Ranks.class).line(World.AUTHORITY, World.POOL)).isEmpty();
        world.jobs();
        assertThat(world.letters().to("aminata@example.org"))
                .last()
                .satisfies(it -> assertThat(it.body())
                        .contains("manquait", "Un nouveau tirage aura lieu le mardi 13 avril 2021 à 12:00"));
        assertThat(world.visitor().get("/fr/tirages/famille/1").body())
                .contains("Ce tirage a été annulé", "Une demande arrivée à temps manquait.", "mardi 13 avril 2021");

        world.goTo("2021-04-13T11:59:59");
        assertThat(drawing().drawn()).isEmpty();
        world.goTo("2021-04-13T12:00:04");
        var round = drawing().drawn().orElseThrow().round();
        assertThat(round.number())
                .isEqualTo(drawing().voided().orElseThrow().next().round());
        assertThat(round).isNotEqualTo(first.drawn().orElseThrow().round());
        assertThat(world.get(Ranks.class).line(World.AUTHORITY, World.POOL)).hasSize(10);
        assertThat(world.reload(aminata).isLive()).isTrue();
    }

    @Test
    void saying_it_again_changes_nothing() {
        world.goTo("2021-04-12T12:00:01");
        voidDraw();
        world.goTo("2021-04-13T12:00:04");
        var again = drawing();
        voidDraw();
        assertThat(drawing()).isEqualTo(again);
        assertThat(world.count("lot")).isEqualTo(10);
    }

    @Test
    void what_the_file_says_is_void_before_new_places_or_a_run_that_is_late_give_anything_by_it() {
        var before = world.all(Job.class).stream()
                .filter(Job::beforeServing)
                .map(Job::name)
                .toList();
        assertThat(before).startsWith("alive", "voids", "places").doesNotContain("runs");
    }

    @Test
    void a_list_can_be_voided_before_it_is_drawn() {
        voidDraw();
        world.goTo("2021-04-12T12:00:01");
        assertThat(drawing().drawn()).isEmpty();
        world.goTo("2021-04-13T00:00:04");
        assertThat(drawing().drawn()).isPresent();
    }

    @Test
    void a_draw_by_which_places_were_given_stays() {
        world.goTo("2021-04-12T12:00:01");
        world.goTo("2021-04-12T16:00:01");
        var drawn = drawing();
        voidDraw();
        assertThat(drawing()).isEqualTo(drawn);
        assertThat(world.offer(aminata).isPresent() || world.count("offer") > 0).isTrue();
    }

    @Test
    void who_chose_a_place_before_the_draw_keeps_it_and_the_draw_can_be_void() {
        var lan = choseBeforeSecondDraw();
        voidDraw(2);

        assertThat(world.get(Drawings.class).find(World.AUTHORITY, World.POOL, 2))
                .hasValueSatisfying(it -> assertThat(it.drawn()).isEmpty());
        assertThat(world.offer(lan).orElseThrow().state()).isEqualTo(Offer.State.ACCEPTED);
        world.job("notices");
        assertThat(world.letters().to("thi.lan@example.org"))
                .last()
                .satisfies(it -> assertThat(it.body()).contains("manquait", "un rendez-vous, rien ne change"));
        world.goTo("2021-04-27T12:00:05");
        assertThat(rank(lan.id())).isPresent();
    }

    @Test
    void a_draw_by_which_a_freed_place_went_to_somebody_stays() {
        var lan = choseBeforeSecondDraw();
        world.jdbc().sql("update place set unplanned = false").update();
        world.get(CancelAppointment.class).cancel(World.AUTHORITY, lan.id());
        assertThat(world.count("offer where not chosen and made_at >= timestamptz '2021-04-26T10:00:00Z'"))
                .isEqualTo(1);
        voidDraw(2);
        assertThat(world.get(Drawings.class).find(World.AUTHORITY, World.POOL, 2))
                .hasValueSatisfying(it -> assertThat(it.drawn()).isPresent());
    }

    @Test
    void a_freed_place_goes_to_nobody_by_a_void_order_and_by_the_next_to_who_stands_first_in_it() {
        var lan = choseBeforeSecondDraw();
        world.jdbc().sql("update place set unplanned = false").update();
        voidDraw(2);
        world.get(CancelAppointment.class).cancel(World.AUTHORITY, lan.id());
        assertThat(world.count("offer where not chosen and made_at >= timestamptz '2021-04-26T10:00:00Z'"))
                .isZero();
        world.goTo("2021-04-27T12:00:05");
        var entries = new LineEntries(world);
        assertThat(entries.stored()).isNotEmpty().isEqualTo(entries.mustBe());
    }

    @Test
    void a_list_that_is_not_sealed_cannot_be_void() {
        world.get(VoidDraw.class).voidDraw(World.AUTHORITY, new Catalogue.Voiding(World.POOL, 2, "Trop tôt."));
        assertThat(world.get(Drawings.class).find(World.AUTHORITY, World.POOL, 2))
                .isEmpty();
    }

    @Test
    void whoever_missed_an_appointment_and_stands_behind_a_void_draw_is_served_as_before() {
        world.goTo("2021-04-12T12:00:01");
        world.goTo("2021-04-12T16:00:01");
        var missed = world.get(Offers.class).live(World.AUTHORITY, World.POOL).getFirst();
        world.get(AnswerOffer.class).yes(World.AUTHORITY, missed.id());
        world.register(World.LAN);
        world.goTo("2021-04-26T00:00:01");
        world.goTo("2021-04-26T12:00:01");
        world.get(Transactions.class).run(now -> world.get(Attendance.class).absent(World.AUTHORITY, missed.id(), now));
        var behind = new Ranks.Rank(missed.request(), 2, 2);
        assertThat(rank(missed.request())).contains(behind);
        voidDraw(2);

        places("2021-04-29T14:00", 10);
        world.clock().set(World.paris("2021-04-26T16:00:01"));
        world.job("runs");
        assertThat(world.get(Offers.class).live(World.AUTHORITY, missed.request()))
                .isPresent();
        world.goTo("2021-04-27T12:00:05");
        assertThat(world.get(Ranks.class).line(World.AUTHORITY, World.POOL))
                .hasSize(11)
                .endsWith(behind);
        assertThat(world.get(TrueRanks.class).fault(World.AUTHORITY, World.POOL))
                .isEmpty();
    }

    /** Nobody waits, so a place is chosen on the calendar; then others ask too, and their window is drawn. */
    private Request choseBeforeSecondDraw() {
        world = World.fresh();
        world.drawAndRun();
        places("2021-04-29T14:00", 1);
        var application = World.application(World.LAN);
        var wanted = new Wanted("charcot", World.paris("2021-04-29T14:00"));
        var chosen = world.get(Choose.class).choose(World.AUTHORITY, application, wanted);
        assertThat(chosen).isInstanceOf(Choose.Outcome.Recorded.class);
        world.register(World.KARIM);
        world.goTo("2021-04-26T00:00:01");
        world.goTo("2021-04-26T12:00:01");
        return ((Choose.Outcome.Recorded) chosen).request();
    }

    private Optional<Ranks.Rank> rank(RequestId request) {
        return world.get(Ranks.class).of(World.AUTHORITY, request);
    }

    private void places(String local, int counters) {
        var start = World.paris(local);
        world.jdbc()
                .sql("insert into place (authority_id, pool, centre, counter, starts_at, ends_at)"
                        + " select ?, ?, 'charcot', counter, ?::timestamptz, ?::timestamptz"
                        + " from generate_series(20, 19 + ?) as counter")
                .params(
                        World.AUTHORITY.value(),
                        World.POOL,
                        start.toString(),
                        start.plusSeconds(1800).toString(),
                        counters)
                .update();
    }

    private void voidDraw() {
        voidDraw(1);
    }

    private void voidDraw(int window) {
        world.get(VoidDraw.class).voidDraw(World.AUTHORITY, new Catalogue.Voiding(World.POOL, window, REASON));
    }

    private Drawing drawing() {
        return world.get(Drawings.class).find(World.AUTHORITY, World.POOL, 1).orElseThrow();
    }
}
