package org.guichet.app.choosing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.guichet.app.choosing.Choosers.HALF_PAST;
import static org.guichet.app.choosing.Choosers.NINE_O_CLOCK;
import static org.guichet.app.choosing.Choosers.TWO_O_CLOCK;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.guichet.app.World;
import org.guichet.app.appointment.CancelAppointment;
import org.guichet.app.appointment.Offer;
import org.guichet.app.catalogue.Place;
import org.guichet.app.catalogue.Places;
import org.guichet.app.notice.Message;
import org.guichet.app.registration.Request;
import org.guichet.core.allot.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

final class ChooseTest {
    private static final int AT_ONCE = 30;

    private World world;
    private Choosers choosers;

    @BeforeEach
    void begin() {
        world = World.fresh();
        choosers = new Choosers(world);
        world.drawAndRun();
    }

    @Test
    void two_forms_of_one_person_at_the_same_moment_are_one_appointment_and_choosing_goes_on() {
        var first = World.application(World.AMINATA);
        var second = World.application(World.AMINATA);
        choosers.hold(TWO_O_CLOCK, first);
        choosers.hold(HALF_PAST, second);
        var request = world.register(first);
        assertThat(choosers.regime()).isEqualTo(Regime.CHOICE);
        choosers.choose(HALF_PAST, second);
        assertThat(world.offer(request).orElseThrow().startsAt()).isEqualTo(HALF_PAST.start());
        assertThat(choosers.liveHoldings()).isEqualTo(1);
        assertThat(choosers.regime()).isEqualTo(Regime.CHOICE);
    }

    @Test
    void the_chosen_place_is_the_appointment_at_once() {
        var leaves = leaves();
        var offer = world.offer(recorded(choosers.choose(TWO_O_CLOCK, World.AMINATA)))
                .orElseThrow();
        assertThat(offer.state()).isEqualTo(Offer.State.ACCEPTED);
        assertThat(offer.chosen()).isTrue();
        assertThat(offer.startsAt()).isEqualTo(TWO_O_CLOCK.start());
        assertThat(world.get(Places.class).heldBy(World.AUTHORITY, offer.id())).hasSize(1);
        assertThat(leaves() - leaves).as("request, offer, answer").isEqualTo(3);
    }

    @Test
    void one_message_says_that_the_request_is_recorded_and_has_its_appointment() {
        var request = recorded(choosers.choose(TWO_O_CLOCK, World.AMINATA));
        world.jobs();
        assertThat(world.letters().to("aminata@example.org")).singleElement().satisfies(it -> {
            assertThat(it.subject()).endsWith("rendez-vous confirmé");
            assertThat(it.body()).contains(request.number().grouped(), "jeudi 22 avril 2021 à 14:00");
            assertThat(it.attachment().map(Message.Attachment::text).orElse("")).contains("DTSTART:20210422T120000Z");
        });
    }

    @Test
    void a_place_that_is_taken_away_while_its_form_is_recorded_leaves_an_ordinary_request() throws Exception {
        var form = World.application(World.AMINATA);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var chosen = new AtomicReference<Future<Choose.Outcome>>();
            world.whileNoLeafIsTaken(() -> {
                chosen.set(threads.submit(() -> choosers.choose(TWO_O_CLOCK, form)));
                world.awaitBlocked(1);
                world.jdbc().sql("update holding set released_at = held_until").update();
            });
            assertThat(chosen.get().get()).isInstanceOf(Choose.Outcome.InLine.class);
        }
        assertThat(world.count("request")).isEqualTo(1);
        assertThat(world.count("offer")).isZero();
    }

    @Test
    void a_couple_has_both_places_or_none() {
        choosers.choose(TWO_O_CLOCK, World.AMINATA);
        assertThat(choosers.choose(TWO_O_CLOCK, World.AMINA, World.KARIM)).isEqualTo(new Choose.Outcome.Taken());
        assertThat(world.count("request")).isEqualTo(1);
        var couple = recorded(choosers.choose(Choosers.HALF_PAST, World.AMINA, World.KARIM));
        assertThat(world.get(Places.class)
                        .heldBy(
                                World.AUTHORITY,
                                world.offer(couple).orElseThrow().id()))
                .extracting(Place::counter)
                .containsExactly(5, 6);
    }

    @Test
    void the_same_form_sent_many_times_at_once_is_one_appointment() throws InterruptedException, ExecutionException {
        var form = World.application(World.AMINATA);
        var outcomes = Choosers.atOnce(IntStream.range(0, AT_ONCE)
                .<Callable<Choose.Outcome>>mapToObj(_ -> () -> choosers.choose(TWO_O_CLOCK, form)));
        assertThat(outcomes)
                .allMatch(it -> it instanceof Choose.Outcome.Recorded || it instanceof Choose.Outcome.SentBefore);
        assertThat(world.count("request")).isEqualTo(1);
        assertThat(world.count("offer")).isEqualTo(1);
        assertThat(choosers.liveHoldings()).isEqualTo(1);
    }

    @Test
    void of_many_who_send_for_the_last_place_one_gets_it_and_nothing_is_recorded_of_the_others()
            throws InterruptedException, ExecutionException {
        choosers.fill(5);
        var outcomes = Choosers.atOnce(IntStream.range(10, 10 + AT_ONCE)
                .<Callable<Choose.Outcome>>mapToObj(
                        it -> () -> choosers.choose(Choosers.ALL.get(5), World.somebody(it))));
        assertThat(outcomes.stream().filter(Choose.Outcome.Recorded.class::isInstance))
                .hasSize(1);
        assertThat(choosers.liveHoldings()).isEqualTo(6);
        assertThat(world.count("request")).isEqualTo(6);
    }

    @Test
    void a_person_who_asks_again_is_recorded_like_anybody_and_has_one_place() {
        var first = recorded(choosers.choose(TWO_O_CLOCK, World.AMINATA));
        var again = recorded(choosers.choose(NINE_O_CLOCK, World.AMINATA));
        assertThat(again.number()).isNotEqualTo(first.number());
        assertThat(world.reload(again).joined()).isTrue();
        assertThat(world.offer(again)).isEmpty();
        assertThat(choosers.liveHoldings()).isEqualTo(1);
        assertThat(choosers.regime()).isEqualTo(Regime.CHOICE);
        world.jobs();
        assertThat(world.letters().to("aminata@example.org"))
                .anySatisfy(it -> assertThat(it.body()).contains("deuxième demande"));
    }

    @Test
    void a_stop_in_the_middle_loses_nothing_and_the_same_form_goes_on() {
        var form = World.application(World.AMINATA);
        // The journal refuses the leaf of the offer: the request is recorded, and its place is still kept.
        world.jdbc()
                .sql("alter table commitment add constraint broken check (payload not like '%places%')")
                .update();
        try {
            choosers.choose(TWO_O_CLOCK, form);
        } catch (DataIntegrityViolationException broken) {
            assertThat(broken).hasMessageContaining("broken");
        } finally {
            world.jdbc().sql("alter table commitment drop constraint broken").update();
        }
        assertThat(world.count("request")).isEqualTo(1);
        assertThat(world.count("offer")).isZero();
        assertThat(choosers.choose(TWO_O_CLOCK, World.LAN)).isInstanceOf(Choose.Outcome.Recorded.class);
        assertThat(choosers.choose(TWO_O_CLOCK, form))
                .isInstanceOfSatisfying(
                        Choose.Outcome.SentBefore.class,
                        it -> assertThat(world.offer(it.request())).isPresent());
        assertThat(world.count("request")).isEqualTo(2);
    }

    @Test
    void whoever_gives_a_chosen_place_back_chooses_another_and_holds_nobody_up() {
        var request = recorded(choosers.choose(TWO_O_CLOCK, World.AMINATA));
        assertThat(again(request, NINE_O_CLOCK).map(Offer::startsAt))
                .as("still has one")
                .contains(TWO_O_CLOCK.start());
        world.get(CancelAppointment.class).cancel(World.AUTHORITY, request.id());
        assertThat(choosers.regime()).isEqualTo(Regime.CHOICE);
        assertThat(again(request, Choosers.wanted("loire", "2021-04-23T11:00"))).isEmpty();
        assertThat(again(request, NINE_O_CLOCK).map(Offer::startsAt)).contains(NINE_O_CLOCK.start());
        assertThat(choosers.liveHoldings()).isEqualTo(1);
    }

    @Test
    void a_chosen_place_given_back_before_anybody_was_told_is_one_message_and_no_calendar_entry() {
        var request = recorded(choosers.choose(TWO_O_CLOCK, World.AMINATA));
        world.get(CancelAppointment.class).cancel(World.AUTHORITY, request.id());
        world.jobs();
        assertThat(world.letters().to("aminata@example.org"))
                .singleElement()
                .satisfies(it -> assertThat(it.body())
                        .contains("Vous avez rendu", request.number().grouped()))
                .satisfies(it -> assertThat(it.attachment()).isEmpty());
    }

    @Test
    void a_chosen_place_given_back_after_its_person_was_told_leaves_the_calendar_again() {
        var request = recorded(choosers.choose(TWO_O_CLOCK, World.AMINATA));
        world.jobs();
        world.clock().set(world.clock().instant().plusSeconds(1));
        world.get(CancelAppointment.class).cancel(World.AUTHORITY, request.id());
        world.jobs();
        assertThat(world.letters().to("aminata@example.org"))
                .hasSize(2)
                .last()
                .satisfies(
                        it -> assertThat(it.attachment().orElseThrow().text()).contains("METHOD:CANCEL"));
    }

    @Test
    void whoever_waits_by_the_draw_does_not_choose() {
        var waiting = world.register(World.application(Choosers.NEVER, Together.SIMULTANEOUS, World.AMINATA));
        assertThat(again(waiting, NINE_O_CLOCK)).isEmpty();
        assertThat(choosers.liveHoldings()).isZero();
    }

    private Optional<Offer> again(Request request, Wanted wanted) {
        return world.get(ChooseAgain.class).choose(World.AUTHORITY, world.reload(request), wanted);
    }

    private int leaves() {
        world.jobs();
        return world.count("leaf_index");
    }

    private static Request recorded(Choose.Outcome outcome) {
        assertThat(outcome).isInstanceOf(Choose.Outcome.Recorded.class);
        return ((Choose.Outcome.Recorded) outcome).request();
    }
}
