package org.guichet.app.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.guichet.app.World;
import org.guichet.app.catalogue.Place;
import org.guichet.app.catalogue.Places;
import org.guichet.app.platform.Limits;
import org.guichet.app.platform.Transactions;
import org.guichet.app.registration.Applicant;
import org.guichet.app.registration.Moments;
import org.guichet.app.registration.Request;
import org.guichet.app.registration.Requests;
import org.guichet.app.registration.Wishes;
import org.guichet.core.allot.Together;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;

/** Six places: two counters twice on Thursday at Charcot, one counter twice on Friday at la Loire. */
final class OffersTest {
    private World world;

    @BeforeEach
    void begin() {
        world = World.fresh();
    }

    @Test
    void a_couple_gets_two_counters_at_the_same_time_and_accepts() {
        var couple = world.register(World.AMINA, World.KARIM);
        world.drawAndRun();
        var offer = world.offer(couple).orElseThrow();
        assertThat(offer.startsAt()).isEqualTo(World.paris("2021-04-22T14:00"));
        assertThat(held(offer)).extracting(Place::counter).containsExactly(5, 6);
        assertThat(offer.answerBy()).isEqualTo(World.paris("2021-04-14T18:00"));

        assertThat(answer().yes(World.AUTHORITY, offer.id())).isEqualTo(new AnswerOffer.Outcome.Taken());
        world.jobs();
        assertThat(world.letters().to("amina@example.org"))
                .last()
                .satisfies(it -> assertThat(it.attachment().orElseThrow().text())
                        .contains("METHOD:PUBLISH", "SEQUENCE:0", "DTSTART:20210422T120000Z", "STATUS:CONFIRMED"));
    }

    @Test
    void answering_again_changes_nothing() {
        var request = world.register(World.AMINATA);
        world.drawAndRun();
        var offer = world.offer(request).orElseThrow();
        answer().yes(World.AUTHORITY, offer.id());
        assertThat(answer().no(World.AUTHORITY, offer.id()))
                .isInstanceOfSatisfying(
                        AnswerOffer.Outcome.TooLate.class,
                        it -> assertThat(it.offer().state()).isEqualTo(Offer.State.ACCEPTED));
        assertThat(held(offer)).hasSize(1);
    }

    @Test
    void a_refused_place_goes_to_the_next_in_line_in_the_same_transaction() {
        var line = sevenInLine();
        var refuses = line.getFirst();
        var offer = world.offer(refuses).orElseThrow();
        var last = line.getLast();
        assertThat(world.offer(last)).isEmpty();

        answer().no(World.AUTHORITY, offer.id());

        assertThat(world.offer(refuses)).isEmpty();
        assertThat(world.offer(last).orElseThrow().startsAt()).isEqualTo(offer.startsAt());
    }

    @Test
    void whoever_frees_a_place_does_not_get_it_back() {
        var only = world.register(World.AMINATA);
        world.drawAndRun();
        var first = world.offer(only).orElseThrow();
        answer().no(World.AUTHORITY, first.id());
        assertThat(world.offer(only)).isEmpty();
        world.goTo("2021-04-19T16:00:01");
        assertThat(world.offer(only).orElseThrow().startsAt()).isNotEqualTo(first.startsAt());
    }

    @Test
    void an_answer_that_was_on_its_way_when_the_time_ended_counts() {
        var request = world.register(World.AMINATA);
        world.drawAndRun();
        var offer = world.offer(request).orElseThrow();
        world.clock().set(offer.answerBy().plus(Limits.ANSWER_GRACE).minusSeconds(1));
        world.jobs();
        assertThat(answer().yes(World.AUTHORITY, offer.id())).isInstanceOf(AnswerOffer.Outcome.Taken.class);
    }

    @Test
    void an_answer_after_the_time_is_too_late() {
        var request = world.register(World.AMINATA);
        world.drawAndRun();
        var offer = world.offer(request).orElseThrow();
        world.clock().set(offer.answerBy().plus(Limits.ANSWER_GRACE));
        assertThat(answer().yes(World.AUTHORITY, offer.id())).isInstanceOf(AnswerOffer.Outcome.TooLate.class);
    }

    @Test
    @Timeout(300)
    void whoever_waits_to_answer_leaves_connections_for_everybody_else() {
        var request = world.register(World.AMINATA);
        world.drawAndRun();
        var offer = world.offer(request).orElseThrow();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            world.get(Transactions.class).run(_ -> {
                world.get(Places.class).lock(World.AUTHORITY, World.POOL);
                for (int i = 0; i < World.CONNECTIONS + 10; i++) {
                    threads.execute(() -> answer().yes(World.AUTHORITY, offer.id()));
                }
                world.awaitBlocked(2);
                IntStream.range(0, 50).forEach(i -> world.register(World.somebody(i)));
                assertThat(world.blocked()).isEqualTo(2);
            });
        }
        assertThat(world.offer(request).orElseThrow().state()).isEqualTo(Offer.State.ACCEPTED);
    }

    @Test
    void withdrawing_frees_the_place_and_the_person_may_ask_again() {
        var line = sevenInLine();
        world.get(Withdraw.class).withdraw(World.AUTHORITY, line.getFirst().id());
        assertThat(world.reload(line.getFirst()).isLive()).isFalse();
        assertThat(world.offer(line.getLast())).isPresent();
        var again = world.register(persons(line.getFirst()));
        assertThat(world.reload(again).isLive()).isTrue();
    }

    @Test
    void an_appointment_given_back_goes_on_and_the_calendar_takes_its_entry_back() {
        var line = sevenInLine();
        var first = line.getFirst();
        var offer = world.offer(first).orElseThrow();
        answer().yes(World.AUTHORITY, offer.id());
        world.get(CancelAppointment.class).cancel(World.AUTHORITY, first.id());
        world.get(CancelAppointment.class).cancel(World.AUTHORITY, first.id());
        world.jobs();
        assertThat(world.offer(line.getLast()).orElseThrow().startsAt()).isEqualTo(offer.startsAt());
        assertThat(world.letters()
                        .to(world.get(Requests.class)
                                .reach(World.AUTHORITY, first.id())
                                .email()))
                .last()
                .satisfies(it -> assertThat(it.attachment().orElseThrow().text())
                        .contains(
                                "METHOD:CANCEL",
                                "SEQUENCE:1",
                                "STATUS:CANCELLED",
                                offer.id().toString()));
    }

    @Test
    void a_request_that_joined_another_never_gets_a_place() {
        var first = world.register(World.AMINATA);
        var joined = world.register(World.AMINATA);
        world.drawAndRun();
        assertThat(world.offer(first)).isPresent();
        assertThat(world.offer(joined)).isEmpty();
    }

    @Test
    void wishes_are_kept_also_after_they_were_changed() {
        var wishes = new Wishes(List.of("loire"), Moments.ALL, List.of(), Moments.ALL, List.of());
        var request = world.register(World.application(wishes, Together.SIMULTANEOUS, World.AMINATA));
        world.drawAndRun();
        assertThat(world.offer(request).orElseThrow().centre()).isEqualTo("loire");
    }

    @Test
    void two_live_holders_of_one_place_are_impossible_whatever_the_program_does() {
        var couple = world.register(World.AMINA, World.KARIM);
        world.drawAndRun();
        var offer = world.offer(couple).orElseThrow();
        var places = held(offer);
        var transactions = world.get(Transactions.class);
        assertThatThrownBy(() -> transactions.run(
                        now -> world.get(Places.class).hold(World.AUTHORITY, places, UUID.randomUUID(), now)))
                .isInstanceOf(DuplicateKeyException.class)
                .hasMessageContaining("one_live_holder");
    }

    @Test
    void a_run_that_dies_in_the_middle_is_held_whole_by_the_next() {
        var couple = world.register(World.AMINA, World.KARIM);
        world.goTo("2021-04-12T00:00:01");
        world.goTo("2021-04-12T12:00:01");
        world.clock().set(World.paris("2021-04-12T16:00:01"));
        // The journal refuses the leaf of the offer: the last step of the run fails.
        world.jdbc()
                .sql("alter table commitment add constraint broken check (payload not like '%places%')")
                .update();
        assertThatThrownBy(world::jobs).isInstanceOf(DataIntegrityViolationException.class);
        assertThat(world.count("offer")).isZero();
        assertThat(world.count("holding")).isZero();
        world.jdbc().sql("alter table commitment drop constraint broken").update();
        world.jobs();
        assertThat(world.offer(couple)).isPresent();
    }

    /** Seven single persons for six places, in the order of their ranks. */
    private List<Request> sevenInLine() {
        var all = IntStream.range(0, 7)
                .mapToObj(i -> world.register(World.somebody(i)))
                .toList();
        world.drawAndRun();
        var served = all.stream().filter(it -> world.offer(it).isPresent()).toList();
        var waits = all.stream().filter(it -> world.offer(it).isEmpty()).toList();
        assertThat(served).hasSize(6);
        return Stream.concat(served.stream(), waits.stream()).toList();
    }

    private Applicant[] persons(Request request) {
        return world.get(Requests.class).persons(World.AUTHORITY, request.id()).toArray(Applicant[]::new);
    }

    private AnswerOffer answer() {
        return world.get(AnswerOffer.class);
    }

    private List<Place> held(Offer offer) {
        return world.get(Places.class).heldBy(World.AUTHORITY, offer.id());
    }
}
