package org.guichet.app.closure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.guichet.app.World;
import org.guichet.app.appointment.AnswerOffer;
import org.guichet.app.appointment.Offer;
import org.guichet.app.appointment.Offers;
import org.guichet.app.catalogue.KeptPlaces;
import org.guichet.app.catalogue.Places;
import org.guichet.app.catalogue.Vacancies;
import org.guichet.app.draw.Ranks;
import org.guichet.app.registration.Request;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

/** Charcot, with four of the six places, closes on Thursday 22 April. */
final class FollowRulesTest {
    private final Strike strike = new Strike();
    private final World world = strike.world();

    @Test
    void an_appointment_in_a_closed_centre_ends_is_told_and_another_place_is_found_in_the_same_transaction() {
        var request = world.register(World.AMINATA);
        world.drawAndRun();
        var lost = world.offer(request).orElseThrow();
        world.get(AnswerOffer.class).yes(World.AUTHORITY, lost.id());
        var rank = rank(request);

        assertThat(strike.follow(Strike.closed()).ended()).isEqualTo(1);

        assertThat(state(lost)).isEqualTo(Offer.State.CLOSED);
        assertThat(places().heldBy(World.AUTHORITY, lost.id())).isEmpty();
        assertThat(rank(request)).isEqualTo(rank);
        assertThat(world.offer(request).orElseThrow())
                .satisfies(it -> assertThat(it.centre()).isEqualTo("loire"))
                .satisfies(it -> assertThat(it.state()).isEqualTo(Offer.State.OPEN));
        world.jobs();
        var letters = world.letters().to("aminata@example.org");
        assertThat(letters).last().satisfies(it -> assertThat(it.body()).contains("Nous vous proposons"));
        assertThat(letters.get(letters.size() - 2))
                .satisfies(it -> assertThat(it.body())
                        .contains("jeudi 22 avril 2021 à 14:00", "Une fuite d’eau", "Vous gardez votre rang"))
                .satisfies(it -> assertThat(it.attachment().orElseThrow().text())
                        .contains("METHOD:CANCEL", "SEQUENCE:1", lost.id().toString()));
    }

    @Test
    void a_group_loses_all_its_places_together_and_waits_if_no_others_fit() {
        var couple = world.register(World.AMINA, World.KARIM);
        world.drawAndRun();
        var lost = world.offer(couple).orElseThrow();

        strike.follow(Strike.closed());

        assertThat(state(lost)).isEqualTo(Offer.State.RETRACTED);
        assertThat(places().heldBy(World.AUTHORITY, lost.id())).isEmpty();
        assertThat(world.offer(couple)).isEmpty();
        assertThat(world.get(Offers.class).isAsleep(World.AUTHORITY, couple.id()))
                .isFalse();
        world.jobs();
        assertThat(world.letters().to("amina@example.org"))
                .last()
                .satisfies(it -> assertThat(it.attachment()).isEmpty())
                .satisfies(it -> assertThat(it.body()).contains("Une fuite d’eau"));
    }

    @Test
    void whoever_lost_a_place_stands_where_the_rank_says_before_those_who_never_had_one() {
        strike.sevenInLine();
        strike.follow(Strike.closed());
        assertThat(strike.live()).hasSize(2).allMatch(it -> it.centre().equals("loire"));
        var first = world.get(Ranks.class).line(World.AUTHORITY, World.POOL).stream()
                .map(Ranks.Rank::request)
                .filter(it -> world.get(Offers.class).live(World.AUTHORITY, it).isEmpty())
                .findFirst()
                .orElseThrow();
        world.get(AnswerOffer.class)
                .no(World.AUTHORITY, strike.live().getFirst().id());
        assertThat(world.get(Offers.class).live(World.AUTHORITY, first)).isPresent();
        assertThat(vacancies().free(World.AUTHORITY, World.POOL, World.START, World.START))
                .isEmpty();
    }

    @Test
    void saying_it_again_changes_nothing() {
        strike.sevenInLine();
        strike.follow(Strike.closed());
        var before = strike.everything();
        assertThat(strike.follow(Strike.closed()).ended()).isZero();
        assertThat(strike.everything()).isEqualTo(before);
    }

    @Test
    void a_closure_taken_back_gives_its_places_to_the_line_in_the_same_transaction() {
        var line = strike.sevenInLine();
        strike.follow(Strike.closed());
        var done = strike.follow(strike.open());
        assertThat(done.places().again()).isEqualTo(4);
        assertThat(strike.live()).hasSize(6);
        var last = world.get(Ranks.class).line(World.AUTHORITY, World.POOL).getLast();
        assertThat(line)
                .filteredOn(it -> world.offer(it).isEmpty())
                .singleElement()
                .satisfies(it -> assertThat(it.id()).isEqualTo(last.request()));
        var before = strike.everything();
        strike.follow(strike.open());
        assertThat(strike.everything()).isEqualTo(before);
    }

    @Test
    void places_that_are_added_are_given_at_once_by_a_run_of_their_own() {
        strike.sevenInLine();
        assertThat(strike.live()).hasSize(6);
        var runs = world.count("allotment_run where run is not null");
        var done = strike.follow(Strike.withCounterSeven());
        assertThat(done.places().added()).isEqualTo(2);
        assertThat(strike.live()).hasSize(7);
        assertThat(world.count("allotment_run where run is not null")).isEqualTo(runs + 1);
        strike.follow(Strike.withCounterSeven());
        assertThat(world.count("allotment_run where run is not null")).isEqualTo(runs + 1);
    }

    @Test
    void places_that_are_added_where_none_was_left_are_given_at_once_too() {
        strike.sevenInLine();
        world.clock().set(World.paris("2021-04-24T09:00"));
        var runs = world.count("allotment_run where run is not null");
        assertThat(strike.follow(Strike.openInMay()).places().added()).isEqualTo(4);
        assertThat(strike.live()).hasSize(7);
        assertThat(world.count("allotment_run where run is not null")).isEqualTo(runs + 1);
    }

    @Test
    void the_first_places_of_a_pool_are_given_to_nobody_before_its_first_draw() {
        world.jdbc().sql("delete from place where pool = 'famille'").update();
        world.register(World.AMINATA);
        var runs = world.count("allotment_run");
        assertThat(strike.follow(strike.open()).places().made()).isEqualTo(6);
        assertThat(world.count("allotment_run")).isEqualTo(runs);
    }

    @Test
    void a_run_that_could_not_be_held_at_once_is_held_as_soon_as_it_can_be() {
        strike.sevenInLine();
        world.jdbc()
                .sql("update draw set round = round + 1 where pool = 'famille'")
                .update();
        strike.follow(Strike.closed());
        strike.follow(strike.open());
        world.job("runs");
        assertThat(strike.live()).as("those of Loire").hasSize(2);
        world.jdbc()
                .sql("update draw set round = round - 1 where pool = 'famille'")
                .update();
        world.job("runs");
        assertThat(strike.live()).hasSize(6);
        var runs = world.count("allotment_run");
        world.job("runs");
        assertThat(world.count("allotment_run")).isEqualTo(runs);
    }

    @Test
    void a_day_on_which_making_places_failed_is_tried_again() {
        world.clock().set(World.paris("2021-04-15T09:00"));
        var places = world.count("place");
        world.jdbc()
                .sql("alter table place add constraint broken check (pool <> 'remise') not valid")
                .update();
        try {
            world.job("places");
        } catch (DataIntegrityViolationException broken) {
            assertThat(broken).hasMessageContaining("broken");
        } finally {
            world.jdbc().sql("alter table place drop constraint broken").update();
        }
        assertThat(world.count("place")).isEqualTo(places);
        world.job("places");
        assertThat(world.count("place")).isGreaterThan(places);
    }

    @Test
    void a_day_that_comes_near_waits_for_the_announced_run() {
        strike.sevenInLine();
        var runs = world.count("allotment_run where run is not null");
        world.goTo("2021-04-15T00:00:01");
        assertThat(world.count("place where pool = 'remise'")).isGreaterThan(16);
        assertThat(world.count("allotment_run where run is not null")).isEqualTo(runs);
    }

    @Test
    void a_place_that_is_kept_for_somebody_who_is_choosing_is_gone_too() {
        var kept = world.get(KeptPlaces.class);
        var holder = UUID.randomUUID();
        var now = World.START;
        var place = vacancies().free(World.AUTHORITY, World.POOL, now, now).getFirst();
        assertThat(place.centre()).isEqualTo("charcot");
        kept.keep(World.AUTHORITY, List.of(place), holder, KeptPlaces.Term.of(now, now.plusSeconds(900)));
        strike.follow(Strike.closed());
        assertThat(kept.keptBy(World.AUTHORITY, holder, now, now)).isEmpty();
        assertThat(places().ahead(World.AUTHORITY, World.POOL, now))
                .hasSize(2)
                .allMatch(it -> it.centre().equals("loire"));
    }

    @Test
    void an_answer_that_comes_after_the_closure_is_too_late() {
        var request = world.register(World.AMINATA);
        world.drawAndRun();
        var offer = world.offer(request).orElseThrow();
        strike.follow(Strike.closed());
        assertThat(world.get(AnswerOffer.class).yes(World.AUTHORITY, offer.id()))
                .isInstanceOf(AnswerOffer.Outcome.TooLate.class);
    }

    private Offer.State state(Offer offer) {
        return world.get(Offers.class)
                .find(World.AUTHORITY, offer.id())
                .orElseThrow()
                .state();
    }

    private Ranks.Rank rank(Request request) {
        return world.get(Ranks.class).of(World.AUTHORITY, request.id()).orElseThrow();
    }

    private Vacancies vacancies() {
        return world.get(Vacancies.class);
    }

    private Places places() {
        return world.get(Places.class);
    }
}
